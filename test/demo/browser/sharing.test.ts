import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { Deed, Screen } from '../../../demo/browser/contract.ts';
import { channels, messages } from '../../../simulators/slack/index.ts';
import { openPage } from './open-page.ts';

const page = await openPage();
after(page.close);

const callWithNumbers = '/callsummary 20260518161530-B3D47 3202';
const inWindow = { where: 'window' } as const;

const windowWith = (words: RegExp) => (screen: Screen) =>
  screen.window !== null && words.test(JSON.stringify(screen.window)) ? screen.window : undefined;

const noWindow = ({ window }: Screen) => (window === null ? true : undefined);

const works = async (role: string, deed: Deed) => assert.deepEqual(await page.does(role, deed), { ok: true });

test('a shortcut on a message opens a window for one person, and ends as a post in its thread for all', async () => {
  const [lead, admin] = await Promise.all([page.tab('lead'), page.tab('admin')]);
  const { channel, ts } = messages.incidentRoot;
  await works('lead', { kind: 'message-shortcut', callbackId: 'post_call_summary', channel, ts });
  const asked = await lead.until(windowWith(/"submit":"Preview"/));
  assert.equal(asked.values.cdr_id?.cdr_id?.value, '20260513223234-3EE9E', 'as the message says');
  await works('lead', { kind: 'submit', entries: { cdr_id: 'nonsense', extension_number: '3202' } });
  await lead.until(({ window }) => window?.errors.cdr_id);
  await works('lead', { kind: 'submit', entries: { cdr_id: '20260513223234-3EE9E', extension_number: '3202' } });
  await lead.until(windowWith(/"submit":"Share".*60% of users/));
  assert.equal(admin.screen.window, null);
  await works('lead', { kind: 'submit', entries: {} });
  const post = await admin.untilSaid('inc-482-login-loop', /Shared by/);
  assert.deepEqual([post.onlyYou, post.threadTs], [false, ts]);
  await lead.until(windowWith(/Shared in/));
  await works('lead', { kind: 'close' });
  await lead.until(noWindow);
});

test('a button opens a window in whose menu every conversation is found that Slack would list', async () => {
  const agent = await page.tab('agent');
  await works('agent', { kind: 'type', channel: channels.support.id, text: callWithNumbers });
  const { ts } = await agent.untilSaid('support', /receipt/);
  const where = { channel: channels.support.id, ts };
  await works('agent', { kind: 'click', where, actionId: 'share_call_summary' });
  await agent.until(windowWith(/"submit":"Share".*202 555 0143/));
  const menu = { ...inWindow, field: 'conversation' };
  const all = await page.opens('agent', { ...menu, typed: '' });
  const labels = all.entries.map(({ label }) => label);
  assert.ok(
    labels.includes('support') && labels.includes('Mara Quinn') && !labels.includes('old-helpdesk'),
    `${labels}`,
  );
  const found = await page.opens('agent', { ...menu, typed: 'Esc' });
  assert.deepEqual(found, { entries: [{ value: channels.escalations.id, label: 'escalations' }] });
  await works('agent', { kind: 'choose', ...menu, value: channels.escalations.id });
  const masked = await agent.until(windowWith(/\[phone number\]/));
  const [maskingBlock = ''] = Object.keys(masked.values).filter((name) => name.startsWith('masked'));
  await works('agent', { kind: 'untick', ...inWindow, field: maskingBlock, value: 'yes' });
  await agent.until(windowWith(/202 555 0143/));
  await works('agent', { kind: 'tick', ...inWindow, field: maskingBlock, value: 'yes' });
  await agent.until(windowWith(/\[phone number\]/));
  await works('agent', { kind: 'submit', entries: {} });
  await agent.untilSaid('escalations', /\[phone number\]/);
  await works('agent', { kind: 'close' });
});

test('the menu of calls asks the app, finds what is typed, and tells one in the window what was chosen', async () => {
  const admin = await page.tab('admin');
  await works('admin', { kind: 'global-shortcut', callbackId: 'find_call_summary', channel: channels.support.id });
  await admin.until(windowWith(/"submit":"Show summary"/));
  const menu = { ...inWindow, field: 'recent_calls' };
  const all = await page.opens('admin', { ...menu, typed: '' });
  const found = await page.opens('admin', { ...menu, typed: '3202' });
  assert.ok(found.entries.length > 0 && found.entries.length < all.entries.length, `${found.entries.length} entries`);
  assert.deepEqual(await page.opens('admin', { ...menu, typed: '3202' }), found, 'within a second, too');
  const [chosen] = found.entries;
  await works('admin', { kind: 'choose', ...menu, value: chosen?.value ?? '' });
  await admin.until(windowWith(/"selected_option":\{/));
  await works('admin', { kind: 'submit', entries: {} });
  await admin.until(windowWith(/Summarised/));
  await works('admin', { kind: 'close' });
});

test('another organisation reads along only after both the access file and the person say so', async () => {
  const [agent, outsider] = await Promise.all([page.tab('agent'), page.tab('outsider')]);
  await works('agent', { kind: 'allow-external', allows: true });
  await agent.until(({ allowsExternal }) => allowsExternal || undefined);
  await works('agent', { kind: 'type', channel: channels.shared.id, text: callWithNumbers });
  const asked = await agent.untilSaid('ext-northwind', /receipt/);
  assert.equal(outsider.newest('ext-northwind'), undefined);
  const where = { channel: channels.shared.id, ts: asked.ts };
  await works('agent', { kind: 'click', where, actionId: 'share_call_summary' });
  await agent.until(windowWith(/"submit":"Share"/));
  await works('agent', { kind: 'submit', entries: {} });
  const { values } = await agent.until(windowWith(/They may read/));
  const [confirmation = ''] = Object.keys(values).filter((name) => /^outsiders/.test(name));
  await works('agent', { kind: 'tick', ...inWindow, field: confirmation, value: 'yes' });
  await works('agent', { kind: 'submit', entries: {} });
  const post = await outsider.untilSaid('ext-northwind', /Shared by/);
  const retract = { kind: 'click', where: { ...where, ts: post.ts }, actionId: 'retract_call_summary' } as const;
  await works('outsider', retract);
  await outsider.untilSaid('ext-northwind', /Only the person who shared/);
  await works('agent', retract);
  await outsider.until(() => (outsider.newest('ext-northwind')?.ts === post.ts ? undefined : true));
});

test('what is no longer there, or was never offered, is answered with a sentence', async () => {
  const click = { kind: 'click', where: { channel: channels.support.id, ts: '1.000000' }, actionId: 'x' } as const;
  assert.match(JSON.stringify(await page.does('lead', click)), /no longer there/);
  assert.match(JSON.stringify(await page.does('lead', { kind: 'close' })), /has no modal open/);
  const { entries, problem } = await page.opens('lead', { ...inWindow, field: 'conversation', typed: '' });
  assert.deepEqual([entries, problem], [[], 'That menu is no longer there.']);
});
