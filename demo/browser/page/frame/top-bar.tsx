import type { Setup } from '../../contract.ts';
import { useDemo } from '../demo.ts';

interface TopBarProps {
  readonly setup: Setup;
  readonly become: (role: string) => void;
}

/** Whose Slack this is, and who one is in it. */
export function TopBar({ setup: { workspace, people }, become }: TopBarProps) {
  const { me } = useDemo();
  return (
    <header className="top-bar">
      <h1>
        {workspace.name} <small>a Slack-like client, for the demo</small>
      </h1>
      <label>
        <span>You are</span>
        <select
          value={me.role}
          aria-label="You are"
          aria-describedby="may"
          onChange={({ target }) => become(target.value)}
        >
          {people.map(({ role, name }) => (
            <option key={role} value={role}>
              {name} ({role})
            </option>
          ))}
        </select>
      </label>
      <p id="may">{me.may}</p>
    </header>
  );
}
