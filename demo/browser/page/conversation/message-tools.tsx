import type { MessageCard } from '../../contract.ts';
import { useDemo } from '../demo.ts';
import { Icon } from '../frame/icon.tsx';
import { MenuButton } from '../overlay/menu-button.tsx';

interface MessageToolsProps {
  readonly channel: string;
  readonly message: MessageCard;
  readonly openThread?: () => void;
}

/** What one can do with a message: answer in its thread, and what the app offers in its menu. */
export function MessageTools({ channel, message: { ts, author }, openThread }: MessageToolsProps) {
  const { setup, me, act } = useDemo();
  // Slack offers shortcuts to people of the workspace alone, and only on messages that everybody sees.
  const items = setup.shortcuts
    .filter(({ type }) => me.types && type === 'message')
    .map(({ callbackId, name, description }) => ({
      key: callbackId,
      label: name,
      description,
      pick: () => void act({ kind: 'message-shortcut', callbackId, channel, ts }),
    }));
  return (
    <div className="tools">
      {openThread && (
        <button
          type="button"
          className="icon-button"
          aria-label="Reply in thread"
          title="Reply in thread"
          onClick={openThread}
        >
          <Icon name="reply" />
        </button>
      )}
      {items.length > 0 && (
        <MenuButton label={`More actions on the message of ${author.name}`} items={items}>
          <Icon name="more" />
        </MenuButton>
      )}
    </div>
  );
}
