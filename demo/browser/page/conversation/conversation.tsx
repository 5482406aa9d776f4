import type { ChannelCard } from '../../contract.ts';
import { ConversationName } from '../channels/conversation-name.tsx';
import { MessageBox } from './message-box.tsx';
import { MessageList } from './message-list.tsx';

interface ConversationProps {
  readonly channel: ChannelCard;
  readonly openThread: (ts: string) => void;
  readonly draft: string;
  readonly setDraft: (draft: string) => void;
  readonly calls: number;
}

/** A conversation: who is in it, what was said, and the box to say something. */
export function Conversation({ channel, openThread, ...box }: ConversationProps) {
  const { memberCount, hasApp, isShared } = channel;
  return (
    <section className="conversation" aria-label="Conversation">
      <header>
        <h2>
          <ConversationName channel={channel} />
        </h2>
        <span className="facts">
          {memberCount} people
          {isShared && ' · shared with another organisation'}
          {!hasApp && ' · callsummary is not in it'}
        </span>
      </header>
      <MessageList channel={channel} openThread={openThread} />
      <MessageBox channel={channel} {...box} />
    </section>
  );
}
