import type { App } from '@slack/bolt';
import type { Logger } from '../logger.ts';
import { acknowledge } from './acknowledge.ts';
import { answerErrors } from './answer-errors.ts';
import { measure } from './measure.ts';
import { once } from './once.ts';
import { refuseWhileStopping } from './refuse-while-stopping.ts';
import { report } from './report.ts';
import type { RequestObserver } from './request-observer.ts';
import type { RunningWork } from './running-work.ts';
import { takeRequest } from './take-request.ts';

export interface MiddlewareOptions {
  readonly logger: Logger;
  readonly observer: RequestObserver;
  readonly work: RunningWork;
  readonly isStopping: () => boolean;
}

/** What every request passes through, from the outside in. Each stands in a file of its own. */
export function registerMiddleware(app: App, { logger, observer, work, isStopping }: MiddlewareOptions): void {
  app.use(work.count);
  app.use(takeRequest(logger, observer));
  app.use(report(logger));
  app.use(measure(observer));
  app.use(answerErrors);
  app.use(once());
  app.use(refuseWhileStopping(isStopping));
  app.use(acknowledge);
}
