import type { Extension } from '../extensions.ts';
import type { Side } from '../sample-calls/sample-call.ts';
import type { CallType } from '../sample-calls/transcription-row.ts';
import { writeEnd } from '../transcriptions/row-of.ts';

/** Who may be on a leg: two different people of the office where there are two, and somebody outside. */
export type Cast = { agent: Extension; colleague: Extension; stranger: string; isNamed: boolean };

/** Who is on a leg, and how the PBX writes it. */
export type Scene = {
  callType: CallType;
  from: string;
  to: string;
  on: readonly { side: Side; extension: Extension }[];
};

type Kind = (cast: Cast) => Scene;

const inbound: Kind = (cast) => ({ ...answeredBy(cast), to: write(cast.agent, cast) });
/** The caller dialled a queue; the agent's number stands nowhere in the row. */
const queue: Kind = (cast) => ({ ...answeredBy(cast), to: cast.isNamed ? 'Queue Support<6400>' : '6400' });
const receptionist: Kind = (cast) => ({ ...answeredBy(cast), to: cast.isNamed ? 'AI Receptionist<6900>' : '6900' });
const outbound: Kind = (cast) => ({
  callType: 'Outbound',
  from: write(cast.agent, cast),
  to: cast.stranger,
  on: [{ side: 'src', extension: cast.agent }],
});
const internal: Kind = (cast) => ({
  callType: 'Internal',
  from: write(cast.agent, cast),
  to: write(cast.colleague, cast),
  on: [
    { side: 'src', extension: cast.agent },
    { side: 'dst', extension: cast.colleague },
  ],
});

function answeredBy({ stranger, agent }: Cast): Omit<Scene, 'to'> {
  return { callType: 'Inbound', from: stranger, on: [{ side: 'dst', extension: agent }] };
}

function write(extension: Extension, { isNamed }: Cast): string {
  return writeEnd(extension.number, isNamed ? [extension] : []);
}

const inTurn = [inbound, outbound, inbound, queue, inbound, internal, inbound, receptionist, outbound, inbound];

/** The leg at a place in the list: ten kinds in turn. */
export function stage(place: number, cast: Cast): Scene {
  return (inTurn[place % inTurn.length] ?? inbound)(cast);
}

/** Whether the leg at a place takes over the call before it, which came in by a queue. */
export function isTransferred(place: number): boolean {
  return place > 0 && inTurn[(place - 1) % inTurn.length] === queue;
}
