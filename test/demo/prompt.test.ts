import assert from 'node:assert/strict';
import { test } from 'node:test';
import { demo } from './demo-process.ts';

const documentedCall = '/callsummary 20260513223234-3EE9E 3202';

/** Types lines into one demo; gives what each of them printed. */
async function types(...lines: string[]): Promise<readonly string[]> {
  const { status, stdout, stderr, left } = await demo(['-'], lines);
  assert.deepEqual({ status, stderr, left }, { status: 0, stderr: '', left: [] });
  return stdout.split(/\n[\p{L} ]+ › /u).slice(1, -1);
}

test('one is who one wants to be, and sees what that person sees', async () => {
  const said = await types(
    documentedCall,
    'as colleague',
    documentedCall,
    'as lead',
    documentedCall,
    'as nobody',
    'as outsider',
    documentedCall,
    'click Retract',
  );
  const [read, switched, refused, , lead, unknown, , typed, clicked] = said;
  assert.match(read ?? '', /Investigate the login loop/);
  assert.match(switched ?? '', /Inês Duarte reads the calls of 3203/);
  assert.doesNotMatch(switched ?? '', /login loop/, 'what another person was shown in private');
  assert.match(refused ?? '', /outside what you can read/);
  assert.match(lead ?? '', /Investigate the login loop/);
  assert.match(unknown ?? '', /nobody called “nobody”/);
  assert.match(typed ?? '', /Slack has no commands for other organisations/);
  assert.match(clicked ?? '', /no button “Retract” here/);
});

test('a summary is shared, masked or not, and taken back with typed lines', async () => {
  const said = await types(
    '/callsummary 20260518161530-B3D47 3202',
    'click share',
    documentedCall,
    'choose escalations',
    'tick mask',
    'choose #general',
    'choose #support',
    'submit',
    'close',
    'click Retract',
  );
  const [, window, blocked, masked, unmasked, closed, , shared, post, retracted] = said;
  assert.match(window ?? '', /Share call summary[\s\S]*#support · public/);
  assert.match(blocked ?? '', /has a window open/);
  assert.match(masked ?? '', /\[x\] Mask[\s\S]*\[phone number\]/);
  assert.match(unmasked ?? '', /\[ \] Mask[\s\S]*202 555 0143/);
  assert.match(closed ?? '', /Call summaries are kept out of this channel/);
  assert.match(shared ?? '', /Shared in #support/);
  assert.match(post ?? '', /Shared by @Leo Ball[\s\S]*\[ Retract \]/);
  assert.match(retracted ?? '', /I have deleted the call summary here/);
});

test('what there is is listed: people, calls, rights, the record, help; a recent call is chosen in the menu', async () => {
  const [people, calls, access, , audit, help, unknown, , listed, chosen] = await types(
    'people',
    'calls',
    'access can U0AGENT3202 3203',
    '/callsummary 20260513223234-3EE9E 1000',
    'audit',
    'help',
    'toString',
    '/callsummary',
    'choose',
    'choose 3202',
  );
  assert.match(people ?? '', /^lead +Mara Quinn +reads 3200 to 3299/m);
  assert.match(calls ?? '', /^\/callsummary 20260513223234-3EE9E 3202\n/m);
  assert.match(access ?? '', /U0AGENT3202 may not read calls of extension 3203/);
  assert.match(audit ?? '', /U0AGENT3202 .* refused +denied +no_rule +1000[\s\S]*1 entry since/);
  assert.match(help ?? '', /^click Share…/m);
  assert.match(unknown ?? '', /"help" for what else there is/);
  assert.match(listed ?? '', /In the menu:\n(.* · extension 3202\)\n)+/);
  assert.match(chosen ?? '', /Call summary · .*Leo Ball \(3202\)/);
});
