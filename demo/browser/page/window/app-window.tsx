import { useId, useMemo, useState } from 'react';
import type { SlackJson, WindowCard } from '../../contract.ts';
import { Blocks } from '../blocks/blocks.tsx';
import { type Surface, SurfaceContext } from '../blocks/surface.ts';
import { Avatar } from '../conversation/avatar.tsx';
import { useDemo } from '../demo.ts';
import { Icon } from '../frame/icon.tsx';
import { Dialog } from '../overlay/dialog.tsx';

interface AppWindowProps {
  readonly window: WindowCard;
  readonly problem: string | null;
}

/** Draws the window on top. What is typed stays while the app changes it, as it does in Slack. */
export function AppWindow({
  window: { id, title, submit, close, blocks, values, errors, notice },
  problem,
}: AppWindowProps) {
  const { act } = useDemo();
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const [isSending, setSending] = useState(false);
  const titleId = useId();
  const surface = useMemo((): Surface => {
    const type = (blockId: string, text: string) => setTyped((before) => ({ ...before, [blockId]: text }));
    return { where: 'window', values, errors, typedInto: (blockId) => typed[blockId], type };
  }, [values, errors, typed]);

  const leave = () => void act({ kind: 'close' });
  const send = async () => {
    setSending(true);
    await act({ kind: 'submit', entries: whatStandsIn(blocks, typed) });
    setSending(false);
  };
  return (
    <Dialog className="window" labelledBy={titleId} close={leave}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (submit !== null && !isSending) void send();
        }}
      >
        <header>
          <Avatar id="app" name="callsummary" kind="app" />
          <h2 id={titleId}>{title}</h2>
          <button type="button" className="icon-button" aria-label="Close this window" onClick={leave}>
            <Icon name="close" />
          </button>
        </header>
        <div className="body" key={id}>
          <SurfaceContext value={surface}>
            <Blocks blocks={blocks} />
          </SurfaceContext>
        </div>
        <p className="notice" role="alert">
          {notice ?? problem}
        </p>
        <footer>
          <button type="button" className="button" onClick={leave}>
            {close ?? 'Cancel'}
          </button>
          {submit !== null && (
            <button type="submit" className="button filled primary" disabled={isSending}>
              {submit}
            </button>
          )}
        </footer>
      </form>
    </Dialog>
  );
}

/** What was typed into a form that has given way to another stands nowhere any more, and Slack sends nothing of it. */
function whatStandsIn(blocks: readonly SlackJson[], typed: Readonly<Record<string, string>>): Record<string, string> {
  const names = new Set(blocks.map(({ block_id: blockId }) => blockId));
  return Object.fromEntries(Object.entries(typed).filter(([blockId]) => names.has(blockId)));
}
