import { useState } from 'react';
import type { Setup } from '../contract.ts';
import { DemoContext } from './demo.ts';
import { Problem } from './frame/problem.tsx';
import { TopBar } from './frame/top-bar.tsx';
import { useRole } from './frame/use-role.ts';
import { useDemoOf } from './server/use-demo-of.ts';
import { useScreen } from './server/use-screen.ts';
import { Workspace } from './workspace.tsx';

const gone = 'The demo has stopped. Start it again with: npm run demo';

/** The page: one person’s Slack, and the phone system beside it. */
export function App({ setup }: { readonly setup: Setup }) {
  const [me, become] = useRole(setup.people);
  const [problem, tell] = useState<string | null>(null);
  const { screen, isConnected } = useScreen(me.role);
  const demo = useDemoOf(setup, me, tell);
  return (
    <DemoContext value={demo}>
      <TopBar setup={setup} become={become} />
      {screen && <Workspace screen={screen} problem={problem} />}
      <Problem problem={isConnected ? problem : gone} putAway={() => tell(null)} />
    </DemoContext>
  );
}
