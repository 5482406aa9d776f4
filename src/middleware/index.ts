import type { App } from '@slack/bolt';
import type { Logger } from '../logger.ts';
import { acknowledge } from './acknowledge.ts';
import { answerErrors } from './answer-errors.ts';
import { once } from './once.ts';
import { refuseWhileStopping } from './refuse-while-stopping.ts';
import { report } from './report.ts';
import type { RunningWork } from './running-work.ts';
import { takeRequest } from './take-request.ts';

export interface MiddlewareOptions {
  readonly logger: Logger;
  readonly work: RunningWork;
  readonly isStopping: () => boolean;
}

/** What every request passes through, from the outside in. Each stands in a file of its own. */
export function registerMiddleware(app: App, { logger, work, isStopping }: MiddlewareOptions): void {
  app.use(work.count);
  app.use(takeRequest(logger));
  app.use(report(logger));
  app.use(answerErrors);
  app.use(once());
  app.use(refuseWhileStopping(isStopping));
  app.use(acknowledge);
}
