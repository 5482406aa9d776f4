import type { PbxLoad } from '../services/yeastar/client.ts';
import type { Instruments } from './instruments.ts';

/** How busy the line to the PBX is, at the moment somebody reads. */
export function measurePbxLoad({ gauge }: Instruments, load: () => PbxLoad): void {
  gauge(
    { name: 'callsummary_pbx_in_flight', help: 'Questions to the PBX being worked on; four at most.' },
    () => load().inFlight,
  );
  gauge(
    { name: 'callsummary_pbx_queue_length', help: 'Questions waiting for one of those places; 40 at most.' },
    () => load().waiting,
  );
}
