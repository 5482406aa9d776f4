import type { ChannelCard } from '../../contract.ts';
import { Icon } from '../frame/icon.tsx';

const icons = { public: 'hash', private: 'lock', direct: 'people', group: 'people' } as const;

/** The name of a conversation, with the sign of its kind, and what the sign means for those who do not see it. */
export function ConversationName({ channel: { name, kind, isShared, isArchived } }: { readonly channel: ChannelCard }) {
  return (
    <span className="conversation-name">
      <Icon name={icons[kind]} />
      <span className="name">{name}</span>
      {kind === 'private' && <span className="unseen"> (private)</span>}
      {isShared && (
        <>
          <Icon name="shared" />
          <span className="unseen"> (shared with another organisation)</span>
        </>
      )}
      {isArchived && <small>archived</small>}
    </span>
  );
}
