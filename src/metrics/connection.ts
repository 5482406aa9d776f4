import type { SocketState } from '../transports/socket-supervisor.ts';
import type { Instruments } from './instruments.ts';
import { wordsOf } from './words.ts';

const states: Readonly<Record<SocketState, true>> = { connected: true, disconnected: true, refused: true };

/** Hears how the Socket Mode connection fares. */
export interface ConnectionObserver {
  changed(state: SocketState): void;
}

/** Whether the way in for Slack is open, and how often that changed. */
export function measureConnection({ gauge, counter }: Instruments, isReady: () => boolean): ConnectionObserver {
  gauge(
    {
      name: 'callsummary_ready',
      help: '1 while connected (Socket Mode) or listening (HTTP), as /readyz says; else 0.',
    },
    () => Number(isReady()),
  );
  const changes = counter(
    { name: 'callsummary_socket_changes_total', help: 'Changes of the Socket Mode connection; none in HTTP mode.' },
    { state: wordsOf(states) },
  );
  return { changed: (state) => changes({ state }) };
}
