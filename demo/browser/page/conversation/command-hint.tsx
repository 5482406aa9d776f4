import { useDemo } from '../demo.ts';
import { commandsFor } from './complete-command.ts';

interface CommandHintProps {
  readonly draft: string;
  readonly complete: (draft: string) => void;
}

/** Shows, while a command is being typed, how it goes on and what it does. */
export function CommandHint({ draft, complete }: CommandHintProps) {
  const { setup } = useDemo();
  const commands = commandsFor(setup.commands, draft);
  return (
    <div className="command-hint" role="status">
      {commands.map(({ command, description, usageHint }) => (
        <button key={command} type="button" tabIndex={-1} onClick={() => complete(`${command} `)}>
          <span>
            <strong>{command}</strong> {usageHint}
          </span>
          <small>{description}</small>
        </button>
      ))}
    </div>
  );
}
