/** What /readyz answers from: whether requests from Slack can be taken right now. */
export interface Readiness {
  isReady(): boolean;
  set(state: 'starting' | 'ready' | 'disconnected' | 'stopping'): void;
  isStopping(): boolean;
}

export function createReadiness(): Readiness {
  let current: Parameters<Readiness['set']>[0] = 'starting';
  return {
    isReady: () => current === 'ready',
    isStopping: () => current === 'stopping',
    set(state) {
      if (current !== 'stopping') current = state;
    },
  };
}
