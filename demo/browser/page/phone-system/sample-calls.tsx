import { useDemo } from '../demo.ts';

/** The calls to try; one that is chosen goes into the message box as a command. */
export function SampleCalls({ put }: { readonly put?: (line: string) => void }) {
  const { setup } = useDemo();
  const [command] = setup.commands;
  return (
    <section aria-labelledby="sample-calls">
      <h3 id="sample-calls">Calls to try</h3>
      <p>A click puts the command into the message box.</p>
      <ul className="calls">
        {setup.calls.map(({ cdrId, extensionNumber, shows }) => (
          <li key={`${cdrId} ${extensionNumber}`}>
            <button
              type="button"
              disabled={put === undefined}
              onClick={() => put?.(`${command?.command ?? ''} ${cdrId} ${extensionNumber}`)}
            >
              <code>
                {cdrId} {extensionNumber}
              </code>
              <small>{shows}</small>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
