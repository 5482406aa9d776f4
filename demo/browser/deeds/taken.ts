import { app } from '../../../simulators/slack/app-identity.ts';
import type { Delivery } from '../../../simulators/slack/index.ts';
import type { Done } from '../contract.ts';
import { done, failed } from './deed-of.ts';

/** Says how the app took what Slack brought it; undefined where Slack had nothing to bring. */
export function taken(delivery: Delivery | undefined): Done {
  switch (delivery?.error) {
    case undefined:
      return done;
    case 'operation_timeout':
      return failed(`${app.name} did not answer in time. Try again?`);
    case 'dispatch_failed':
      return failed(`${app.name} did not take this. Try again?`);
  }
}
