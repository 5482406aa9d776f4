import { type FormEvent, type KeyboardEvent, useEffect, useRef } from 'react';
import type { ChannelCard } from '../../contract.ts';
import { useDemo } from '../demo.ts';
import { Icon } from '../frame/icon.tsx';
import { meaningOf } from './box-key.ts';
import { CommandHint } from './command-hint.tsx';
import { useSentLines } from './sent-lines.ts';
import { ShortcutsMenu } from './shortcuts-menu.tsx';

interface MessageBoxProps {
  readonly channel: ChannelCard;
  readonly threadTs?: string;
  readonly draft: string;
  readonly setDraft: (draft: string) => void;
  /** Goes up whenever the keyboard should go into the box. */
  readonly calls?: number;
}

/** Where one types. Enter sends, Shift+Enter begins a line, Tab completes a command, Up brings back what was sent. */
export function MessageBox({ channel, threadTs, draft, setDraft, calls = 0 }: MessageBoxProps) {
  const { me, act, setup } = useDemo();
  const box = useRef<HTMLTextAreaElement>(null);
  const sent = useSentLines();
  useEffect(() => {
    if (calls > 0) box.current?.focus();
  }, [calls]);

  if (!me.types) return <p className="no-box">{me.name} is of another organisation: here, they read and click.</p>;
  if (channel.isArchived) return <p className="no-box">This channel is archived: nobody can write here.</p>;

  const send = async () => {
    if (draft.trim() === '') return;
    sent.keep(draft);
    setDraft('');
    const isTaken = await act({
      kind: 'type',
      channel: channel.id,
      text: draft,
      ...(threadTs !== undefined && { threadTs }),
    });
    if (!isTaken) setDraft(draft);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const meaning = event.nativeEvent.isComposing ? null : meaningOf(event, { draft, commands: setup.commands, sent });
    if (meaning === null) return;
    event.preventDefault();
    if (meaning.kind === 'send') void send();
    else setDraft(meaning.draft);
  };
  const label = threadTs === undefined ? `Message to ${channel.name}` : 'Reply in the thread';
  return (
    <form
      className="message-box"
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void send();
      }}
    >
      {threadTs === undefined && <CommandHint draft={draft} complete={setDraft} />}
      <textarea
        ref={box}
        rows={1}
        aria-label={label}
        placeholder={label}
        value={draft}
        onChange={({ target }) => setDraft(target.value)}
        onKeyDown={onKeyDown}
      />
      <div className="bar">
        {threadTs === undefined && <ShortcutsMenu channel={channel.id} />}
        <button
          type="submit"
          className="icon-button send"
          aria-label="Send"
          title="Send"
          disabled={draft.trim() === ''}
        >
          <Icon name="send" />
        </button>
      </div>
    </form>
  );
}
