import { useLayoutEffect, useRef, useState } from 'react';
import type { ChannelCard } from '../../contract.ts';
import { ConversationName } from '../channels/conversation-name.tsx';
import { Icon } from '../frame/icon.tsx';
import { Message } from './message.tsx';
import { MessageBox } from './message-box.tsx';
import { repliesTo } from './threads.ts';
import { useNewestInSight } from './use-newest-in-sight.ts';

interface ThreadPaneProps {
  readonly channel: ChannelCard;
  readonly rootTs: string;
  readonly close: () => void;
}

/** A thread, beside the channel it is in. */
export function ThreadPane({ channel, rootTs, close }: ThreadPaneProps) {
  const [draft, setDraft] = useState('');
  const list = useRef<HTMLDivElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const root = channel.messages.find(({ ts }) => ts === rootTs);
  const replies = repliesTo(channel.messages, rootTs);
  useLayoutEffect(() => {
    heading.current?.focus();
  }, []);
  useNewestInSight(list, replies);
  return (
    <section className="conversation thread" aria-label="Thread">
      <header>
        <h2 ref={heading} tabIndex={-1}>
          Thread <ConversationName channel={channel} />
        </h2>
        <button type="button" className="icon-button" aria-label="Close the thread" onClick={close}>
          <Icon name="close" />
        </button>
      </header>
      <div ref={list} className="messages" role="log" aria-label="Messages in the thread">
        {root && <Message channel={channel.id} message={root} />}
        <p className="count">{replies.length === 1 ? '1 reply' : `${replies.length} replies`}</p>
        {replies.map((message) => (
          <Message key={message.ts} channel={channel.id} message={message} />
        ))}
      </div>
      <MessageBox channel={channel} threadTs={rootTs} draft={draft} setDraft={setDraft} />
    </section>
  );
}
