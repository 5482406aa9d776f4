import { acknowledgeQuietly, currentRequest } from '../slack/request.ts';
import type { MiddlewareArgs } from './middleware-args.ts';

/**
 * Acknowledges commands, shortcuts and buttons before any listener runs: nothing of ours can then delay it or throw
 * ahead of it. Submitted forms and menus are left to their listeners, because their acknowledgement is the next view, or the
 * entries.
 */
export async function acknowledge({ ack, next }: MiddlewareArgs): Promise<void> {
  const { kind } = currentRequest().facts;
  if (kind !== 'view' && kind !== 'options') await acknowledgeQuietly(ack);
  await next();
}
