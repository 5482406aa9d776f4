import type { Screen } from '../../contract.ts';
import { useDemo } from '../demo.ts';
import { Switch } from './switch.tsx';

/** What can go wrong, to see how the app copes. */
export function Switches({ screen: { phoneSystem, allowsExternal } }: { readonly screen: Screen }) {
  const { act } = useDemo();
  const { isSlow, isDown, hasNoSummaryYet, liveTokens, openConnections } = phoneSystem;
  return (
    <section aria-labelledby="switches">
      <h3 id="switches">What goes wrong</h3>
      <Switch isOn={isSlow} flip={(slow) => act({ kind: 'phone-system', change: { slow } })}>
        It is slow
      </Switch>
      <Switch isOn={isDown} flip={(down) => act({ kind: 'phone-system', change: { down } })}>
        It is down
      </Switch>
      <Switch isOn={hasNoSummaryYet} flip={(noSummaryYet) => act({ kind: 'phone-system', change: { noSummaryYet } })}>
        It has no summary yet
      </Switch>
      <button
        type="button"
        className="button"
        onClick={() => void act({ kind: 'phone-system', change: { revokeToken: true } })}
      >
        Revoke the app’s token
      </button>
      <p>
        {counted(liveTokens, 'live token')}, {counted(openConnections, 'open connection')}
      </p>
      <h3>The access file</h3>
      <Switch isOn={allowsExternal} flip={(allows) => act({ kind: 'allow-external', allows })}>
        It lets summaries go outside
      </Switch>
    </section>
  );
}

const counted = (count: number, thing: string) => `${count} ${thing}${count === 1 ? '' : 's'}`;
