import { Fragment, useRef } from 'react';
import type { ChannelCard } from '../../contract.ts';
import { Message } from './message.tsx';
import { isReply, repliesTo } from './threads.ts';
import { useNewestInSight } from './use-newest-in-sight.ts';
import { Day, dayOf } from './when.tsx';

interface MessageListProps {
  readonly channel: ChannelCard;
  readonly openThread: (ts: string) => void;
}

/** The messages of a channel, without those in threads. The newest one is in sight when it comes. */
export function MessageList({ channel: { id, name, messages }, openThread }: MessageListProps) {
  const list = useRef<HTMLDivElement>(null);
  const shown = messages.filter((message) => !isReply(message));
  useNewestInSight(list, shown);
  return (
    <div ref={list} className="messages" role="log" aria-label={`Messages in ${name}`}>
      <p className="beginning">This is the very beginning of {name}.</p>
      {shown.map((message, at) => (
        <Fragment key={message.ts}>
          {dayOf(message.ts) !== dayOf(shown[at - 1]?.ts ?? '0') && <Day ts={message.ts} />}
          <Message channel={id} message={message} openThread={() => openThread(message.ts)}>
            <ReplyCount count={repliesTo(messages, message.ts).length} open={() => openThread(message.ts)} />
          </Message>
        </Fragment>
      ))}
    </div>
  );
}

function ReplyCount({ count, open }: { readonly count: number; readonly open: () => void }) {
  if (count === 0) return null;
  return (
    <button type="button" className="replies" onClick={open}>
      {count === 1 ? '1 reply' : `${count} replies`}
    </button>
  );
}
