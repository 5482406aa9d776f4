import { useId } from 'react';
import type { Confirm } from '../blocks/shapes.ts';
import { Text } from '../blocks/text.tsx';
import { Dialog } from './dialog.tsx';

interface ConfirmDialogProps {
  readonly confirm: Confirm;
  readonly yes: () => void;
  readonly close: () => void;
}

/** Asks what Slack asks before it takes a click. */
export function ConfirmDialog({ confirm, yes, close }: ConfirmDialogProps) {
  const id = useId();
  const confirmed = () => {
    close();
    yes();
  };
  return (
    <Dialog className="confirm" labelledBy={id} close={close}>
      <h2 id={id}>
        <Text text={confirm.title} />
      </h2>
      <div className="body">
        <Text text={confirm.text} />
      </div>
      <footer>
        <button type="button" className="button" onClick={close}>
          <Text text={confirm.deny} />
        </button>
        <button type="button" className={`button filled ${confirm.style ?? 'primary'}`} onClick={confirmed}>
          <Text text={confirm.confirm} />
        </button>
      </footer>
    </Dialog>
  );
}
