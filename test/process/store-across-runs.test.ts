import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import { dirname } from 'node:path';
import { test } from 'node:test';
import { ask } from '../transports/raw-http.ts';
import { asks } from './at-work.ts';
import { bringsAllTo, kill, openStage } from './spawned-app.ts';
import { openStoreFolder } from './store-folder.ts';

const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8);

test('after a restart, or a kill, the audit log goes on and the PBX is not asked for another token', async () => {
  using place = openStoreFolder();
  await using stage = await openStage();
  const { slack, pbx } = stage;
  const { agent } = slack.people;
  const first = await stage.start(place);
  assert.match(await asks(first, agent), /Leo Ball/);
  assert.equal(modeOf(dirname(place.file)), '700');
  assert.deepEqual(place.files().map(modeOf), ['600', '600', '600'], 'the journal included');
  first.child.kill('SIGTERM');
  assert.deepEqual(await first.ended, [0, null]);
  assert.deepEqual(place.files(), [place.file], 'closed as it should be, it leaves no journal behind');
  const token = await place.tokens(pbx);
  assert.notEqual(token, null);

  const second = await stage.start(place);
  assert.match(await asks(second, agent), /Leo Ball/);
  await kill(second);
  const third = await stage.start(place);
  assert.match(await asks(third, agent), /Leo Ball/);
  assert.deepEqual([pbx.count('get_token'), pbx.count('refresh_token'), pbx.liveTokens], [1, 0, 1]);
  assert.deepEqual(await place.tokens(pbx), token);

  const acts = (await place.entries()).map(({ act, outcome }) => `${act} ${outcome}`);
  assert.deepEqual(acts, Array.from({ length: 3 }, () => ['asked allowed', 'read allowed']).flat());
  assert.equal((await place.check()).isIntact, true);
});

test('two programs on one store and one PBX account get one token between them', async () => {
  using place = openStoreFolder();
  await using stage = await openStage();
  const { slack, pbx } = stage;
  const { agent, lead } = slack.people;
  const env = { ...place.env, CALLSUMMARY_ADMINS: `${agent.id},${lead.id}` };
  const one = await stage.start({ env });
  const other = await stage.start({ env });
  pbx.script('get_token', { kind: 'hold' });
  bringsAllTo(one);
  const first = asks(one, agent);
  await pbx.until(() => pbx.held === 1, 5_000);
  bringsAllTo(other);
  const second = asks(other, lead, '/callsummary 20260515090045-71B3D 3201');
  await slack.until(() => slack.callsTo('users.info').find(({ args }) => args.user === lead.id));
  for (let turn = 0; turn < 5; turn += 1) await ask(other.port, { path: '/healthz' });
  pbx.release();
  assert.match(await first, /Leo Ball/);
  assert.match(await second, /Call summary/);
  assert.deepEqual([pbx.count('get_token'), pbx.liveTokens], [1, 1]);
  for (const program of [one, other]) program.child.kill('SIGTERM');
  assert.deepEqual(await Promise.all([one.ended, other.ended]), [
    [0, null],
    [0, null],
  ]);
  assert.deepEqual(place.files(), [place.file]);
});
