import { useState } from 'react';
import type { Pane } from './tabs.tsx';

/** What of the page one looks at, whoever one is. */
export interface View {
  readonly pane: Pane;
  readonly show: (pane: Pane) => void;
  /** The conversation that was chosen; it may be one that this person is not in. */
  readonly channelId: string;
  readonly goTo: (channelId: string) => void;
  readonly threadTs: string | null;
  readonly openThread: (ts: string | null) => void;
  readonly draft: string;
  readonly setDraft: (draft: string) => void;
  /** Puts a line into the message box, and the keyboard too. */
  readonly put: (line: string) => void;
  /** How often that was. */
  readonly calls: number;
}

/** Keeps what of the page one looks at. */
export function useView(): View {
  const [pane, show] = useState<Pane>('messages');
  const [channelId, choose] = useState('');
  const [threadTs, openThread] = useState<string | null>(null);
  const [draft, setDraft] = useState('');
  const [calls, setCalls] = useState(0);
  const showChannel = () => {
    show('messages');
    openThread(null);
  };
  const goTo = (id: string) => {
    showChannel();
    choose(id);
  };
  const put = (line: string) => {
    showChannel();
    setDraft(line);
    setCalls(calls + 1);
  };
  return { pane, show, channelId, goTo, threadTs, openThread, draft, setDraft, put, calls };
}
