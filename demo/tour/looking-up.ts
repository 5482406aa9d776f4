import { people } from '../../simulators/slack/index.ts';
import type { Scene } from './scene.ts';

/** What the administrator finds out afterwards. */
export const lookingUp: readonly Scene[] = [
  {
    caption: 'Why could Inês Duarte not read that call? `npm run access` tells.',
    steps: ['as admin', `access can ${people.colleague.id} 3202`],
  },
  {
    caption: 'And who can?',
    steps: ['access who 3202'],
  },
  {
    caption: 'The record of all of this, as `npm run audit` shows it.',
    steps: ['audit'],
  },
];
