import { setTimeout as pause } from 'node:timers/promises';
import { slackErrorOf, slackFailureOf } from '../slack/refusals.ts';
import { succeeds } from '../slack/succeeds.ts';
import type { Readiness } from './readiness.ts';

/** What we use of the SDK's Socket Mode client; its own reconnecting is switched off, because it can end the process. */
export interface SocketClient {
  start(): Promise<unknown>;
  disconnect(): Promise<void>;
  on(event: 'connected' | 'disconnected', listener: () => void): unknown;
}

/** Keeps one Socket Mode connection up for as long as the app runs. */
export interface SocketSupervisor {
  /** Starts connecting; comes back at once. */
  start(): void;
  stop(): Promise<void>;
}

const firstPauseMs = 250;
const longestPauseMs = 30_000;
const helloMs = 15_000;
const farewellMs = 1_000;

/** How the connection fares; `refused` when it could not be made. */
export type SocketState = 'connected' | 'disconnected' | 'refused';

/** Hears how the connection fares, once for each change; `refused` comes with what Slack or the network said. */
export type OnSocketChange = (state: SocketState, slackError?: string) => void;

export function superviseSocket(
  client: SocketClient,
  readiness: Readiness,
  onChange: OnSocketChange,
): SocketSupervisor {
  const stopping = new AbortController();
  let isConnecting = false;
  let lastRefusal = '';

  const connect = async (): Promise<boolean> => {
    try {
      await connectOnce(client);
      return true;
    } catch (thrown) {
      const refusal = slackErrorOf(slackFailureOf(thrown));
      if (refusal !== lastRefusal) onChange('refused', refusal);
      lastRefusal = refusal;
      return false;
    }
  };
  const keepConnected = async () => {
    if (isConnecting) return;
    isConnecting = true;
    for (let failures = 0; !stopping.signal.aborted; failures += 1) {
      if (await connect()) break;
      await pause(pauseMs(failures), undefined, { signal: stopping.signal }).catch(() => {});
    }
    isConnecting = false;
  };

  client.on('connected', () => {
    readiness.set('ready');
    lastRefusal = '';
    onChange('connected');
  });
  client.on('disconnected', () => {
    if (readiness.isReady()) onChange('disconnected');
    readiness.set('disconnected');
    // Not within the event: the client is not yet done with disconnecting.
    if (!stopping.signal.aborted) setImmediate(() => void keepConnected());
  });
  return {
    start: () => void keepConnected(),
    async stop() {
      stopping.abort();
      await succeeds(within(farewellMs, client.disconnect()));
    },
  };
}

/** A connection on which Slack never says hello is given up, or nobody would notice. */
async function connectOnce(client: SocketClient): Promise<void> {
  try {
    await within(helloMs, client.start());
  } catch (thrown) {
    await succeeds(within(farewellMs, client.disconnect()));
    throw thrown;
  }
}

async function within<T>(ms: number, promise: Promise<T>): Promise<T> {
  const done = new AbortController();
  const late = pause(ms, undefined, { signal: done.signal }).then(() => Promise.reject(new Error('took too long')));
  try {
    return await Promise.race([promise, late]);
  } finally {
    done.abort();
    late.catch(() => {});
  }
}

/** Doubles up to half a minute, and spreads, so that many apps do not come back in step. */
const pauseMs = (failures: number) =>
  Math.min(longestPauseMs, firstPauseMs * 2 ** Math.min(failures, 7)) * (0.5 + Math.random() / 2);
