import { type ReactNode, useMemo } from 'react';
import type { MessageCard } from '../../contract.ts';
import { Blocks } from '../blocks/blocks.tsx';
import { type Surface, SurfaceContext } from '../blocks/surface.ts';
import { Text } from '../blocks/text.tsx';
import { Icon } from '../frame/icon.tsx';
import { Avatar } from './avatar.tsx';
import { MessageTools } from './message-tools.tsx';
import { When } from './when.tsx';

interface MessageProps {
  readonly channel: string;
  readonly message: MessageCard;
  /** Opens the thread below it; missing where one is in it already. */
  readonly openThread?: () => void;
  /** What stands below it. */
  readonly children?: ReactNode;
}

/** Draws a message. */
export function Message({ channel, message, openThread, children }: MessageProps) {
  const { ts, author, text, onlyYou, isEdited } = message;
  return (
    <article className={onlyYou ? 'message only-you' : 'message'} aria-label={`${author.name}: ${text.slice(0, 60)}`}>
      {onlyYou && (
        <p className="remark">
          <Icon name="eye" /> Only visible to you
        </p>
      )}
      <Avatar {...author} />
      <div className="content">
        <p className="author">
          <strong>{author.name}</strong>
          {author.kind !== 'person' && <span className="badge">App</span>}
          <When ts={ts} />
        </p>
        <MessageBody channel={channel} message={message} />
        {isEdited && <span className="remark">(edited)</span>}
        {children}
      </div>
      {!onlyYou && <MessageTools {...{ channel, message, ...(openThread && { openThread }) }} />}
    </article>
  );
}

function MessageBody({ channel, message: { ts, text, blocks, values } }: Pick<MessageProps, 'channel' | 'message'>) {
  const surface = useMemo(
    (): Surface => ({ where: { channel, ts }, values, errors: {}, typedInto: () => undefined, type: () => undefined }),
    [channel, ts, values],
  );
  return (
    <div className="blocks">
      {blocks.length === 0 ? (
        <Text text={{ type: 'mrkdwn', text }} />
      ) : (
        <SurfaceContext value={surface}>
          <Blocks blocks={blocks} />
        </SurfaceContext>
      )}
    </div>
  );
}
