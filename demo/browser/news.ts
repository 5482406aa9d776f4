import type { Stage } from '../stage.ts';

/** Says when something on the stage is different. */
export interface News extends Disposable {
  /** For what neither Slack nor the phone system can tell by itself. */
  ring(): void;
  /** Calls the listener soon after something has changed, once for all that changed meanwhile; gives what ends that. */
  watch(listener: () => void): () => void;
}

/** Changes come in handfuls: a message, the call that posted it, its outcome. */
const togetherMs = 15;

export function newsFrom({ slack, pbx }: Pick<Stage, 'slack' | 'pbx'>): News {
  const listeners = new Set<() => void>();
  let timer: NodeJS.Timeout | undefined;
  const tell = () => {
    timer = undefined;
    for (const listener of listeners) listener();
  };
  const ring = () => {
    timer ??= setTimeout(tell, togetherMs);
  };
  const stops = [slack.watch(ring), pbx.watch(ring)];
  return {
    ring,
    watch(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    [Symbol.dispose]() {
      for (const stop of stops) stop();
      clearTimeout(timer);
    },
  };
}
