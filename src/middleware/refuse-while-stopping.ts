import { restartingMessage } from '../blocks/waiting.ts';
import { acknowledgeQuietly, currentRequest } from '../slack/request.ts';
import type { MiddlewareArgs } from './middleware-args.ts';

/** Takes no new work while the app waits for what runs to end; the person is told to come again. */
export const refuseWhileStopping =
  (isStopping: () => boolean) =>
  async ({ ack, next }: MiddlewareArgs): Promise<void> => {
    if (!isStopping()) return await next();
    const request = currentRequest();
    request.outcome = { code: 'stopping' };
    await acknowledgeQuietly(ack);
    await request.privately.send(restartingMessage());
  };
