import { useRef } from 'react';

/** What somebody has sent from a message box, to bring it back. Gives null while the box holds something of its own. */
export interface SentLines {
  keep(line: string): void;
  earlier(draft: string): string | null;
  /** Empty after the last one. */
  later(draft: string): string | null;
}

/** Remembers what was sent from a message box while it is there. */
export function useSentLines(): SentLines {
  const lines = useRef<readonly string[]>([]);
  const at = useRef(0);
  const goTo = (index: number) => {
    at.current = Math.max(0, Math.min(index, lines.current.length));
    return lines.current[at.current] ?? '';
  };
  const isRecalled = (draft: string) => draft === (lines.current[at.current] ?? '');
  return {
    keep(line) {
      lines.current = [...lines.current, line];
      at.current = lines.current.length;
    },
    earlier: (draft) => (isRecalled(draft) && lines.current.length > 0 ? goTo(at.current - 1) : null),
    later: (draft) => (isRecalled(draft) && draft !== '' ? goTo(at.current + 1) : null),
  };
}
