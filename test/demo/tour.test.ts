import assert from 'node:assert/strict';
import { test } from 'node:test';
import { demo } from './demo-process.ts';

/** What is to be seen, in this order. */
const moments: Readonly<Record<string, RegExp>> = {
  'an agent reads a call of their own':
    /Leo Ball › \/callsummary 20260513223234-3EE9E 3202[\s\S]*Investigate the login loop/,
  'a colleague is refused': /Inês Duarte ›[\s\S]*?outside what you can read[\s\S]*?summaries of extension 3203/,
  'a lead reads it': /Mara Quinn ›[\s\S]*?Leo Ball \(3202\)/,
  'a guest is refused': /Tom Temp ›[\s\S]*?Only full members of this workspace/,
  'an administrator reads it': /Ada Winter ›[\s\S]*?Leo Ball \(3202\)/,
  'recent calls are offered': /Recent calls with a summary that you can read[\s\S]*?extension 3202/,
  'one of them is picked': /click Show 2[\s\S]*?Leo Ball talked about/,
  'who reads along is said': /click Share…[\s\S]*?#support · public, anyone in your workspace can read it/,
  'numbers are masked': /#escalations · private · 3 people[\s\S]*?\[x\] Mask phone numbers[\s\S]*?card \[card number\]/,
  'a summary is shared': /Shared by @Leo Ball[\s\S]*?that stand in #escalations now: 1\./,
  'a channel that is shared meanwhile gets nothing':
    /Another organisation reads along there[\s\S]*?in #support now: none\./,
  'outsiders are confirmed once more':
    /external yes[\s\S]*?Nothing is shared yet[\s\S]*?\[ \] They may read this call summary/,
  'then they read it': /Shared in #ext-northwind[\s\S]*?in #ext-northwind now: 1\./,
  'an outsider takes nothing back': /Olga Partner › click Retract[\s\S]*?Only the person who shared a summary/,
  'who shared it does': /I have deleted the call summary here[\s\S]*?in #ext-northwind now: none\./,
  'access is explained': /U0COLLEAG08 may not read calls of extension 3202/,
  'for everybody': /everybody in S0SHIFTLEAD[\s\S]*?U0LEAD00417/,
  'and it is all on record':
    /U0COLLEAG08 .* refused +denied[\s\S]*shared +done[\s\S]*external_channel[\s\S]*retract_refused +denied[\s\S]*retracted +done/,
};

test('the tour shows every moment in turn, and leaves nothing behind', async () => {
  const { status, stdout, stderr, left } = await demo(['tour']);
  let rest = stdout;
  for (const [what, words] of Object.entries(moments)) {
    const found = words.exec(rest);
    assert.ok(found !== null, `${what}: ${words} in\n${rest}`);
    rest = rest.slice(found.index);
  }
  assert.equal(stderr, '');
  assert.equal(status, 0);
  assert.deepEqual(left, []);
});
