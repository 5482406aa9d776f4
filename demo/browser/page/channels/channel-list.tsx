import type { ChannelCard } from '../../contract.ts';
import { ConversationName } from './conversation-name.tsx';

interface ChannelListProps {
  readonly channels: readonly ChannelCard[];
  /** The one that is open. */
  readonly open: string;
  /** Those in which something new has come. */
  readonly unread: ReadonlySet<string>;
  readonly choose: (id: string) => void;
}

/** The conversations one is in: channels, then direct messages. */
export function ChannelList({ channels, ...rest }: ChannelListProps) {
  const isDirect = ({ kind }: ChannelCard) => kind === 'direct' || kind === 'group';
  return (
    <nav className="channels" aria-label="Conversations">
      <Group title="Channels" channels={channels.filter((channel) => !isDirect(channel))} {...rest} />
      <Group title="Direct messages" channels={channels.filter(isDirect)} {...rest} />
    </nav>
  );
}

function Group({ title, channels, open, unread, choose }: ChannelListProps & { readonly title: string }) {
  if (channels.length === 0) return null;
  return (
    <>
      <h2>{title}</h2>
      <ul>
        {channels.map((channel) => (
          <li key={channel.id}>
            <button
              type="button"
              className={unread.has(channel.id) ? 'unread' : ''}
              aria-current={channel.id === open ? 'page' : undefined}
              onClick={() => choose(channel.id)}
            >
              <ConversationName channel={channel} />
              {unread.has(channel.id) && <span className="dot">new</span>}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
