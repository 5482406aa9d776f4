import type { Scene } from './scene.ts';

/** Finding a call without knowing its leg id. */
export const picking: readonly Scene[] = [
  {
    caption: 'Leo Ball names no call, and is offered recent ones: his own, and nobody else’s.',
    steps: ['as agent', '/callsummary'],
  },
  {
    caption: 'He picks the second.',
    steps: ['click Show 2'],
    rows: { top: 5, bottom: 4 },
  },
];
