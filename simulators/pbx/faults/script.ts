import type { EndpointName } from '../endpoints/endpoint-name.ts';
import type { Fault, FaultCycle } from './fault.ts';

/** Where a fault is to happen: at one endpoint, or at whatever is called next. */
export type ScriptTarget = EndpointName | '*';

/** One entry of the script that has uses left. */
type ScriptLine = { target: ScriptTarget; fault: Fault | FaultCycle; timesLeft: number; played: number };

/** The faults still to come, in the order in which they were written down. */
type Script = {
  readonly lines: readonly ScriptLine[];
  add: (target: ScriptTarget, fault: Fault | FaultCycle, times: number) => void;
  /** Takes the next fault for an endpoint: its own lines first, then those for "*"; `none` when there is none. */
  next: (endpoint: string) => Fault;
  clear: () => void;
};

/** An empty script. */
export function createScript(): Script {
  const lines: ScriptLine[] = [];
  return {
    lines,
    add: (target, fault, times) => {
      lines.push({ target, fault, timesLeft: times, played: 0 });
    },
    next: (endpoint) => {
      const line = lines.find(({ target }) => target === endpoint) ?? lines.find(({ target }) => target === '*');
      if (line === undefined) return { kind: 'none' };
      const fault = faultOf(line);
      line.timesLeft -= 1;
      line.played += 1;
      if (line.timesLeft <= 0) lines.splice(lines.indexOf(line), 1);
      return fault;
    },
    clear: () => lines.splice(0),
  };
}

function faultOf({ fault, played }: ScriptLine): Fault {
  if (fault.kind !== 'cycle') return fault;
  return fault.of[played % fault.of.length] ?? { kind: 'none' };
}
