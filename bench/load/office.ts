import { type LeanPbx, openLeanPbx } from './lean-pbx.ts';
import { type LeanSlack, openLeanSlack } from './lean-slack.ts';
import { createTyping, type Types } from './typing.ts';

/** Both neighbours, and the people who type: all in this process, so that a program measured has a core to itself. */
export interface Office extends AsyncDisposable {
  readonly slack: LeanSlack;
  readonly pbx: LeanPbx;
  readonly types: Types;
}

export async function openOffice(): Promise<Office> {
  const [slack, pbx] = await Promise.all([openLeanSlack(), openLeanPbx()]);
  return {
    slack,
    pbx,
    types: createTyping(slack),
    async [Symbol.asyncDispose]() {
      await Promise.all([slack.close(), pbx.close()]);
    },
  };
}
