import { useLayoutEffect, useMemo, useRef } from 'react';
import { Message, type MessageProps } from 'slack-blocks-to-jsx';
import { useDemo } from '../demo.ts';
import { SafeLink } from './safe-link.tsx';

/** A part of a rich text, whatever else it holds. */
interface Typed {
  readonly type: string;
  readonly elements?: unknown;
}

type Elements = Extract<MessageProps['blocks'][number], { readonly type: 'rich_text' }>['elements'];

const hooks: NonNullable<MessageProps['hooks']> = {
  link: ({ href, children }) => <SafeLink address={href}>{children}</SafeLink>,
};

/** Has the library draw rich text. */
export function RichText({ elements }: { readonly elements: readonly Typed[] }) {
  const { setup } = useDemo();
  const data = useMemo(() => {
    const named = Object.entries(setup.names).map(([id, name]) => ({ id, name }));
    return { users: named, channels: named, user_groups: named };
  }, [setup]);
  const box = useRef<HTMLDivElement>(null);
  // The library gives every message the same id, and a page may hold an id once.
  useLayoutEffect(() => box.current?.firstElementChild?.removeAttribute('id'));
  return (
    <div className="block rich-text" ref={box}>
      <Message
        blocks={[{ type: 'rich_text', elements: elements.filter(isRichText) }]}
        {...{ data, hooks, name: '', logo: '', theme: 'light', withoutWrapper: true, unstyled: true }}
      />
    </div>
  );
}

/** What it does not know, the library leaves out. */
const isRichText = (element: Typed): element is Elements[number] => element.type.startsWith('rich_text_');
