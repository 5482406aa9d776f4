import assert from 'node:assert/strict';
import { asksForMany } from '../../crowd.ts';
import type { Fault } from '../../fault.ts';
import { asks, asksAndReads, inWords, readsSummary } from '../../person.ts';

const question = 'cdr/getaisummary';
/**
 * The app gives the PBX eight seconds for a question. What comes on top is the machine's business; a second such wait would
 * be too late.
 */
const bounds = { once: 14_000, twice: 22_000 } as const;

const slow: Fault = {
  id: 'P1',
  says: 'the PBX takes three seconds',
  expected: 'acknowledged at once, one “still fetching”, then the summary in its place',
  async inject(scene) {
    const { slack, pbx } = scene;
    pbx.script(question, { kind: 'delay', milliseconds: 3_000 });
    const before = slack.responses.length;
    const { reads, delivery } = await readsSummary(scene);
    assert.ok(delivery.ms < 2_000, `acknowledged after ${delivery.ms} ms`);
    const sent = slack.responses.slice(before).map(({ body }) => /Still fetching/.test(String(body.text)));
    assert.deepEqual(sent, [true, false]);
    return { reads, also: `acknowledged after ${delivery.ms} ms` };
  },
};

const silent: Fault = {
  id: 'P2a',
  says: 'the PBX takes the question and never answers',
  expected: 'told within 14 s, asked once, connection closed',
  async inject(scene) {
    const { pbx } = scene;
    const before = pbx.count(question);
    pbx.script(question, { kind: 'silence' });
    const { reads, ms } = await asksAndReads(scene, /did not answer in time/);
    assert.ok(ms < bounds.once, `told after ${Math.round(ms)} ms`);
    assert.equal(pbx.count(question) - before, 1);
    await pbx.until(() => pbx.openConnections === 0, 10_000);
    return { reads, also: 'no connection left open' };
  },
};

const crowd = 100;

const silentForMany: Fault = {
  id: 'P2b',
  says: `the PBX never answers, and four people ask for ${crowd} summaries at once`,
  expected: 'all acknowledged within Slack’s 3 s, all answered within 14 s; four connections at most',
  isHeavy: true,
  async inject(scene) {
    const { pbx } = scene;
    pbx.script(question, { kind: 'silence' }, crowd);
    const startedAt = performance.now();
    const { slowestAckMs, areAllAcked, texts, widest } = await asksForMany(scene, crowd);
    assert.ok(areAllAcked, `acknowledged after ${slowestAckMs} ms`);
    const ms = Math.round(performance.now() - startedAt);
    assert.ok(ms < bounds.once, `all answered after ${ms} ms`);
    assert.ok(widest <= 4, `${widest} connections`);
    assert.ok(texts.every((text) => /in time|still waiting|Many people/.test(text)));
    return {
      reads: [...new Set(texts.map((text) => inWords(text)))].join(' / '),
      also: `slowest acknowledgement ${slowestAckMs} ms, ${widest} connections at most`,
    };
  },
};

const halfOpen: Fault = {
  id: 'P3a',
  says: 'the PBX accepts connections and is dead behind them',
  expected: 'told within 14 s',
  async inject(scene) {
    scene.pbx.ignoreConnections(true);
    const { reads, ms } = await asksAndReads(scene, /did not answer in time|can’t be reached/);
    assert.ok(ms < bounds.once, `told after ${Math.round(ms)} ms`);
    return { reads, also: `after ${Math.round(ms)} ms` };
  },
};

const deadFromTheStart: Fault = {
  id: 'P3b',
  says: 'the same right after the start, when nothing is known yet',
  expected: 'told within 22 s: the rules of access wait for the PBX once, the question for the summary once more',
  setting: {},
  async inject(scene) {
    scene.pbx.ignoreConnections(true);
    const { reads, ms } = await asksAndReads(scene, /did not answer in time|can’t be reached/);
    assert.ok(ms < bounds.twice, `told after ${Math.round(ms)} ms`);
    return { reads, also: `after ${Math.round(ms)} ms` };
  },
};

const drip: Fault = {
  id: 'P5',
  says: 'the PBX answers a byte every 50 ms',
  expected: 'one deadline for all of it: told within 14 s',
  async inject(scene) {
    scene.pbx.script(question, { kind: 'drip', millisecondsPerByte: 50 });
    const { reads, ms } = await asksAndReads(scene, /did not answer in time/);
    assert.ok(ms < bounds.once, `told after ${Math.round(ms)} ms`);
    return { reads };
  },
};

const whileItHangs: Fault = {
  id: 'P2c',
  says: 'while one question hangs, somebody asks for help',
  expected: 'the help comes at once',
  async inject(scene) {
    scene.pbx.script(question, { kind: 'hold' });
    const hanging = asks(scene);
    await scene.pbx.until(() => scene.pbx.held === 1, 10_000);
    const { ms } = await asks(scene, '/callsummary help', scene.slack.people.lead);
    assert.ok(ms < 2_500, `the help took ${ms} ms`);
    scene.pbx.release();
    const { reads } = await hanging;
    assert.equal(reads, 'the summary');
    return { reads, also: `help after ${Math.round(ms)} ms` };
  },
};

/** The PBX takes its time, up to for ever. */
export const slowness: readonly Fault[] = [slow, silent, silentForMany, whileItHangs, halfOpen, deadFromTheStart, drip];
