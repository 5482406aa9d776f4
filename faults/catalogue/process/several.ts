import assert from 'node:assert/strict';
import { join } from 'node:path';
import { residentBytes } from '../../../test/process/resident-bytes.ts';
import { bringsAllTo, kill, type RunningApp } from '../../../test/process/spawned-app.ts';
import type { Fault } from '../../fault.ts';
import { auditIsWhole, tokenRequests } from '../../ledger.ts';
import { mebibyte } from '../../memory.ts';
import { asks, command, readsSummary, readsSummaryWithin } from '../../person.ts';
import type { Scene } from '../../scene.ts';

/** Each of them is asked in turn, so many times. */
async function inTurns(scene: Scene, apps: readonly RunningApp[], times: number): Promise<void> {
  for (let asked = 0; asked < times; asked += 1)
    for (const app of apps) {
      bringsAllTo(app);
      await readsSummary(scene);
    }
}

const oneStore: Fault = {
  id: 'R1a',
  says: 'two of them run on one store and one PBX account; the token ends; one is killed',
  expected: 'one sign-in and one refresh among both, also on a PBX whose new token ends the old one',
  boundMs: 120_000,
  setting: { isEmpty: true, pbx: { rotateKillsOldToken: true } },
  async inject(scene) {
    const { pbx } = scene;
    const apps = [await scene.start(), await scene.start()];
    await inTurns(scene, apps, 5);
    pbx.expireAccessTokens();
    await inTurns(scene, apps, 5);
    const seen = { signIns: pbx.count('get_token'), refreshes: pbx.count('refresh_token'), tokens: pbx.liveTokens };
    assert.deepEqual(seen, { signIns: 1, refreshes: 1, tokens: 1 });
    for (const app of apps.slice(0, 1)) await kill(app);
    await inTurns(scene, apps.slice(1), 1);
    await auditIsWhole(scene);
    return { reads: 'the summary', also: '20 times; 1 sign-in, 1 refresh, 1 token' };
  },
};

/** Two that do not know of each other. */
const twoStores = (id: string, rotateKillsOldToken: boolean, mostRequests: number): Fault => ({
  id,
  says: `two of them run with a store each on one account of a PBX ${rotateKillsOldToken ? 'whose new token ends the old one' : 'that keeps old tokens'}`,
  expected: rotateKillsOldToken
    ? 'everybody is answered, at the price of a refresh and a sign-in for each question: let them share a store'
    : 'a sign-in and a token each',
  boundMs: 120_000,
  setting: { isEmpty: true, pbx: { rotateKillsOldToken } },
  async inject(scene) {
    const other = { CALLSUMMARY_STORE_FILE: join(scene.folder, 'other.db') };
    const apps = [await scene.start({ env: other }), await scene.start()];
    await inTurns(scene, apps, 5);
    assert.ok(tokenRequests(scene) <= mostRequests, `${tokenRequests(scene)} token requests`);
    assert.ok(!scene.pbx.blocked);
    return {
      reads: 'the summary',
      also: `10 times; ${tokenRequests(scene)} token requests, ${scene.pbx.liveTokens} tokens`,
    };
  },
});

const asleep: Fault = {
  id: 'R1d',
  says: 'of two on one store, one is paused (SIGSTOP) while it signs in, and wakes up later',
  expected:
    'its turn ends by itself, the other signs in: the summary within 20 s; the one that wakes up takes that token',
  setting: { isEmpty: true },
  boundMs: 90_000,
  async inject(scene) {
    const { slack, pbx } = scene;
    const [sleeper, other] = [await scene.start(), await scene.start()];
    pbx.script('get_token', { kind: 'hold' });
    bringsAllTo(sleeper);
    await slack.types(slack.people.lead, slack.channels.support, command);
    await pbx.until(() => pbx.held === 1, 10_000);
    sleeper.child.kill('SIGSTOP');
    bringsAllTo(other);
    const { first, seconds } = await readsSummaryWithin(20_000, scene);
    pbx.release();
    sleeper.child.kill('SIGCONT');
    await inTurns(scene, [sleeper, other], 3);
    assert.ok(
      pbx.count('get_token') <= 2 && pbx.liveTokens <= 2,
      `${pbx.count('get_token')} sign-ins, ${pbx.liveTokens} tokens`,
    );
    return { reads: first, also: `the summary after ${seconds} s; ${pbx.count('get_token')} sign-ins` };
  },
};

const rounds = 60;
const mayGrowBy = 192;

const longDay: Fault = {
  id: 'R2',
  says: `${rounds * 20} commands, a third of them while the PBX or Slack misbehaves`,
  expected: `memory grows by no more than ${mayGrowBy} MiB after the first 200`,
  setting: {},
  boundMs: 180_000,
  async inject(scene) {
    if (process.platform !== 'linux') return { notHere: 'the memory of another process is read from /proc' };
    const { slack, pbx } = scene;
    const { agent, lead, colleague, administrator } = slack.people;
    const people = [agent, lead, colleague, administrator];
    const seen = () => people.reduce((sum, person) => sum + slack.seenBy(person, slack.channels.support).length, 0);
    let before = 0;
    for (let round = 0; round < rounds; round += 1) {
      if (round === 10) before = residentBytes(scene.app.child.pid);
      if (round % 3 === 0)
        pbx.script(
          'cdr/getaisummary',
          {
            kind: 'cycle',
            of: [
              { kind: 'reset', at: 'mid-body' },
              { kind: 'http-status', status: 502 },
            ],
          },
          6,
        );
      if (round % 3 === 0) slack.script('response_url', { status: 404 }, 3);
      const until = seen() + 20;
      await Promise.all(
        Array.from({ length: 20 }, (_, at) => slack.types(people[at % 4] ?? agent, slack.channels.support, command)),
      );
      await slack.until(() => seen() >= until || undefined, { ms: 30_000 });
      pbx.clearScript();
      slack.unscripts();
    }
    const grownBy = Math.round((residentBytes(scene.app.child.pid) - before) / mebibyte);
    assert.ok(grownBy < mayGrowBy, `${grownBy} MiB more`);
    return { also: `memory ${grownBy >= 0 ? '+' : ''}${grownBy} MiB` };
  },
};

const greedyTimes = 100;
const perMinute = 20;
/** How many of them may have an answer, when all have taken so long: what is used up comes back bit by bit. */
const mayHave = (ms: number) => perMinute + Math.ceil((ms * perMinute) / 60_000);
/** A call that nobody has had is asked for as that of its callee, then of its caller. */
const questionsEach = 2;

const greedy: Fault = {
  id: 'R5',
  says: `one person asks for ${greedyTimes} different summaries in a row`,
  expected: `asked to pause after ${perMinute}, but for one every three seconds; the PBX does not see the rest; others are answered as always`,
  setting: {
    env: {
      CALLSUMMARY_PERSON_PER_MINUTE: `${perMinute}`,
      CALLSUMMARY_PERSON_PER_DAY: '300',
      CALLSUMMARY_EVERYBODY_PER_MINUTE: '300',
    },
  },
  async inject(scene) {
    const { pbx, slack } = scene;
    const startedAt = performance.now();
    const pauses: string[] = [];
    for (let asked = 0; asked < greedyTimes; asked += 1) {
      const { reads } = await asks(scene, command.replace('CAFE7', (0xd_0000 + asked).toString(16).toUpperCase()));
      if (/many summaries in a short time/.test(reads)) pauses.push(reads);
    }
    const most = mayHave(performance.now() - startedAt);
    const questions = pbx.count('cdr/getaisummary');
    assert.ok(pauses.length >= greedyTimes - most, `${pauses.length} times asked to pause`);
    assert.ok(questions <= most * questionsEach, `${questions} questions`);
    const { reads: others } = await asks(scene, command, slack.people.lead);
    assert.equal(others, 'the summary');
    return {
      reads: pauses[0] ?? '',
      also: `asked to pause ${pauses.length} times, ${questions} questions to the PBX`,
    };
  },
  afterwards: 'help',
};

/** More than one app, or more than one can bear. */
export const several: readonly Fault[] = [
  oneStore,
  twoStores('R1b', false, 2),
  twoStores('R1c', true, 20),
  asleep,
  longDay,
  greedy,
];
