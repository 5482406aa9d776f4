import type { AuditLog } from './store.ts';

const dayMs = 24 * 60 * 60 * 1000;

/** Forgetting what is old enough, until it is stopped. */
export interface Retention {
  stop(): void;
}

/**
 * Forgets audit entries older than this many days, at once and then every day; by itself it keeps no process alive.
 * Where it fails it says so and comes back the next day.
 */
export function startRetention(audit: AuditLog, days: number, onFailure: (thrown: unknown) => void): Retention {
  const forget = () => void audit.forgetBefore(new Date(Date.now() - days * dayMs)).catch(onFailure);
  forget();
  const timer = setInterval(forget, dayMs).unref();
  return { stop: () => clearInterval(timer) };
}
