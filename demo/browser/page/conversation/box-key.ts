import type { KeyboardEvent } from 'react';
import type { CommandHint } from '../../contract.ts';
import { completed } from './complete-command.ts';
import type { SentLines } from './sent-lines.ts';

/** What a key in the message box may look at. */
interface Box {
  readonly draft: string;
  readonly commands: readonly CommandHint[];
  readonly sent: SentLines;
}

/** The box is sent, or holds something else. */
type Meaning = { readonly kind: 'send' } | { readonly kind: 'holds'; readonly draft: string };

/** What a key means in the message box; null where it means what it always does. */
export function meaningOf({ key, shiftKey }: KeyboardEvent, { draft, commands, sent }: Box): Meaning | null {
  if (shiftKey) return null;
  switch (key) {
    case 'Enter':
      return { kind: 'send' };
    case 'Tab':
      return holding(completed(commands, draft));
    case 'ArrowUp':
      return holding(sent.earlier(draft));
    case 'ArrowDown':
      return holding(sent.later(draft));
    default:
      return null;
  }
}

const holding = (draft: string | null): Meaning | null => (draft === null ? null : { kind: 'holds', draft });
