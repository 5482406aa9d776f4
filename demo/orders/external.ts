import { allowExternal } from '../acts/allow-external.ts';
import type { Order } from './order.ts';

const answers: ReadonlyMap<string, boolean> = new Map([
  ['yes', true],
  ['no', false],
]);

/** An administrator changes their mind about other organisations. */
export const external: Order = {
  name: 'external',
  usage: 'external yes',
  does: 'sets allow_external in the access file, and has the app take it',
  async run({ stage }, words) {
    const allowsExternal = answers.get(words);
    if (allowsExternal === undefined) throw new Error('Type "external yes" or "external no".');
    await allowExternal(stage, allowsExternal);
    return `The access file says allow_external: ${allowsExternal}, and the app has taken it.`;
  },
};
