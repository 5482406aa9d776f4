import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { PhoneSystemChange, Screen } from '../../../demo/browser/contract.ts';
import { channels } from '../../../simulators/slack/index.ts';
import { openPage } from './open-page.ts';

const page = await openPage();
after(page.close);

const documentedCall = '/callsummary 20260513223234-3EE9E 3202';

const asks = (role: string) => page.does(role, { kind: 'type', channel: channels.support.id, text: documentedCall });
const sets = (change: PhoneSystemChange) => page.does('agent', { kind: 'phone-system', change });
const newestAnswer = ({ phoneSystem: { requests } }: Screen) =>
  requests.find(({ endpoint }) => endpoint === 'cdr/getaisummary')?.answered;

test('a slow phone system: one reads that the summary is being fetched, and then the summary', async () => {
  const lead = await page.tab('lead');
  await sets({ slow: true });
  await asks('lead');
  await lead.until((screen) => (screen.phoneSystem.isSlow && newestAnswer(screen) === 'not yet') || undefined);
  await lead.untilSaid('support', /Still fetching/);
  await lead.untilSaid('support', /Summarised 13 May/);
  assert.equal(newestAnswer(lead.screen), 'SUCCESS');
});

test('a switch takes away no fault but its own', async () => {
  const agent = await page.tab('agent');
  await sets({ noSummaryYet: true });
  await sets({ slow: false });
  await agent.until(({ phoneSystem: { isSlow, hasNoSummaryYet } }) => (!isSlow && hasNoSummaryYet) || undefined);
  await asks('agent');
  await agent.untilSaid('support', /still writing the summary/);
  assert.equal(newestAnswer(agent.screen), 'PROCESSING');
  await sets({ noSummaryYet: false });
  await asks('agent');
  await agent.untilSaid('support', /Summarised 13 May/);
});

test('a revoked token is got anew, and nobody notices', async () => {
  const admin = await page.tab('admin');
  await sets({ revokeToken: true });
  await admin.until(({ phoneSystem: { liveTokens } }) => liveTokens === 0 || undefined);
  await asks('admin');
  await admin.untilSaid('support', /Summarised 13 May/);
  const { liveTokens, requests } = admin.screen.phoneSystem;
  assert.equal(liveTokens, 1);
  assert.ok(requests.some(({ answered }) => answered === 'TOKEN EXPIRED'));
  assert.ok(
    requests.length <= 20 && requests.every(({ at }, place) => at <= (requests[place - 1]?.at ?? at)),
    'newest first',
  );
});

test('a phone system that is down is said to be, in time, and answers again once it is up', async () => {
  const agent = await page.tab('agent');
  await sets({ down: true });
  await asks('agent');
  await agent.until(({ phoneSystem: { isDown, openConnections } }) => (isDown && openConnections > 0) || undefined);
  await agent.untilSaid('support', /did not answer/);
  await sets({ down: false });
  const before = agent.channel('support').messages.length;
  await asks('agent');
  await agent.until(() => agent.channel('support').messages.length > before || undefined);
  assert.match(agent.newest('support')?.text ?? '', /Summarised 13 May/);
});
