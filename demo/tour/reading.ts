import type { Scene } from './scene.ts';

const documentedCall = '/callsummary 20260513223234-3EE9E 3202';
const beginning = { top: 4, bottom: 4 } as const;

/** Who may read what. */
export const reading: readonly Scene[] = [
  {
    caption: 'Leo Ball reads a call of extension 3202: the two have the same e-mail address.',
    steps: [documentedCall],
  },
  {
    caption: 'Inês Duarte may not, and is told what she may read, not whether this call exists.',
    steps: ['as colleague', documentedCall],
  },
  {
    caption: 'Mara Quinn may: her user group, Shift leads, leads extensions 3200 to 3299.',
    steps: ['as lead', documentedCall],
    rows: beginning,
  },
  {
    caption: 'Tom Temp is a guest of the workspace. Guests read nothing.',
    steps: ['as guest', documentedCall],
  },
  {
    caption: 'Ada Winter is an administrator by the access file. She reads everything.',
    steps: ['as admin', documentedCall],
    rows: beginning,
  },
];
