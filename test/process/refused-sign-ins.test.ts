import assert from 'node:assert/strict';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { asks, documentedCall } from './at-work.ts';
import { kill, openStage } from './spawned-app.ts';
import { openStoreFolder, type StoreFolder } from './store-folder.ts';

const wrongSecret = { YEASTAR_CLIENT_SECRET: 'not the one the PBX has' };

test('with a wrong client secret, six starts with a question each never get our address blocked', async () => {
  using place = openStoreFolder();
  await using stage = await openStage();
  const { slack, pbx } = stage;
  for (let start = 1; start <= 6; start += 1) {
    await using app = await stage.start({ env: { ...place.env, ...wrongSecret } });
    assert.match(await asks(app, slack.people.agent), /refused the app’s sign-in/, `start ${start}`);
  }
  assert.ok(pbx.refusedLogins >= 1 && pbx.refusedLogins <= 2, `${pbx.refusedLogins} refused`);
  assert.equal(pbx.blocked, false);
});

test('killed twice while the PBX was thinking about a sign-in, the program does not knock a third time', async () => {
  using place = openStoreFolder();
  await using stage = await openStage();
  const { slack, pbx } = stage;
  pbx.script('get_token', { kind: 'hold' }, Number.POSITIVE_INFINITY);
  for (const knocks of [1, 2]) {
    await using app = await stage.start({ env: { ...place.env, ...wrongSecret } });
    await slack.types(slack.people.agent, slack.channels.support, documentedCall);
    await pbx.until(() => pbx.count('get_token') === knocks, 5_000);
    await kill(app);
    endTurn(place);
  }
  pbx.clearScript();
  pbx.release();
  const app = await stage.start({ env: { ...place.env, ...wrongSecret } });
  assert.match(await asks(app, slack.people.agent), /refused the app’s sign-in/);
  assert.equal(pbx.count('get_token'), 2);
});

/** A dead program's turn to ask for a token lasts some seconds, which no test needs to wait for. */
function endTurn({ file }: StoreFolder): void {
  const database = new DatabaseSync(file);
  assert.equal(database.prepare('delete from token_turns').run().changes, 1);
  database.close();
}
