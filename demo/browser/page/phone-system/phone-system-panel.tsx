import type { Screen } from '../../contract.ts';
import { Requests } from './requests.tsx';
import { SampleCalls } from './sample-calls.tsx';
import { Switches } from './switches.tsx';

interface PhoneSystemPanelProps {
  readonly screen: Screen;
  /** Puts a line into the message box; missing for those who have none. */
  readonly put?: (line: string) => void;
}

/** The simulated PBX beside the chat: its calls, what can go wrong with it, and what it was asked. */
export function PhoneSystemPanel({ screen, put }: PhoneSystemPanelProps) {
  return (
    <section className="phone-system" aria-labelledby="phone-system">
      <h2 id="phone-system">The phone system, simulated</h2>
      <SampleCalls {...(put && { put })} />
      <Switches screen={screen} />
      <Requests requests={screen.phoneSystem.requests} />
    </section>
  );
}
