import assert from 'node:assert/strict';
import { canaries } from '../../../test/process/canaries.ts';
import { residentBytes } from '../../../test/process/resident-bytes.ts';
import { slowHtml } from '../../../test/services/summary-html/slow-html.ts';
import { asksForMany } from '../../crowd.ts';
import type { Fault } from '../../fault.ts';
import { auditIsWhole } from '../../ledger.ts';
import { mebibyte } from '../../memory.ts';
import { asks, inWords, isSummary, readsSummary } from '../../person.ts';
import type { Scene } from '../../scene.ts';

/** Something that goes wrong where nobody catches it, at a signal. */
const mistakeAtSignal = (mistake: string) => {
  const code = `process.on('SIGWINCH', () => { ${mistake} })`;
  return ['--import', `data:text/javascript,${encodeURIComponent(code)}`];
};

const gaveUp = (id: string, says: string, mistake: string): Fault => ({
  id,
  says,
  expected: 'exit code 70, the place in the log but not the words; the next start is well',
  setting: { isEmpty: true },
  async inject(scene) {
    const env = { WORDS: canaries.summary };
    const app = await scene.start({ nodeArguments: mistakeAtSignal(mistake), env });
    await readsSummary(scene);
    app.child.kill('SIGWINCH');
    assert.deepEqual(await app.ended, [70, null]);
    await scene.start();
    await auditIsWhole(scene);
    return { also: 'exit code 70' };
  },
});

/** As much HTML as an answer of the PBX may have. */
const hugeSummary = `<p>Key Points</p><ul>${`<li>${canaries.summary} and more of it, for a long time</li>`.repeat(14_000)}</ul>`;
const hugeAnswer = JSON.stringify({
  errcode: 0,
  errmsg: 'SUCCESS',
  data: { dst: { id: 1, ext_num: canaries.extension, ext_name: 'x', created_at: 1_778_682_824, summary: hugeSummary } },
});

const huge = 20;
/** What stands under a summary that was shortened. */
const isShortened = /open the full summary/;

const littleMemory: Fault = {
  id: 'K4',
  says: `${huge} summaries of ${Math.round(hugeAnswer.length / 1_024)} KiB at once, with a heap of 64 MiB`,
  expected: 'each is shown, shortened; at worst half of the people are told to try again; the process lives',
  setting: { nodeArguments: ['--max-old-space-size=64'] },
  isHeavy: true,
  async inject(scene) {
    scene.pbx.script('cdr/getaisummary', { kind: 'raw', body: hugeAnswer }, huge);
    const { texts, slowestAckMs } = await asksForMany(scene, huge);
    const [shown, others] = [texts.filter(isSummary), texts.filter((text) => !isSummary(text))];
    for (const text of shown) assert.match(text, isShortened);
    for (const text of others) assert.match(text, /Try again/);
    assert.ok(shown.length >= huge / 2, others.map(inWords).join());
    const memory =
      process.platform === 'linux' ? `, ${Math.round(residentBytes(scene.app.child.pid) / mebibyte)} MiB in all` : '';
    return {
      reads: 'the summary',
      also: `${shown.length} shown, all of them shortened; slowest acknowledgement ${slowestAckMs} ms${memory}`,
    };
  },
};

/** The lead asks for help again and again while something is read; gives the milliseconds the slowest help took. */
async function slowestHelpDuring(scene: Scene, reading: Promise<unknown>): Promise<number> {
  let isRead = false;
  const noteEnd = () => {
    isRead = true;
  };
  void reading.then(noteEnd, noteEnd);
  let slowest = 0;
  do {
    const { reads, ms } = await asks(scene, '/callsummary help', scene.slack.people.lead);
    assert.match(reads, /\/callsummary me/);
    slowest = Math.max(slowest, ms);
  } while (!isRead);
  return slowest;
}

/** The note under every summary; of nothing but empty lines there is none. */
const shownOrNone = /AI-generated from|No AI summary is available/;

const hostile: Fault = {
  id: 'R3',
  says: `summaries made to be slow to read, in ${Object.keys(slowHtml).length} ways, 64 KiB each`,
  expected: 'each is shown, or called none; whoever goes on asking for help meanwhile has it within 3 s each time',
  isHeavy: true,
  boundMs: 120_000,
  async inject(scene) {
    let slowest = 0;
    for (const [what, make] of Object.entries(slowHtml)) {
      const summary = make(64 * 1_024);
      const dst = { id: 1, ext_num: canaries.extension, ext_name: 'x', created_at: 1_778_682_824, summary };
      scene.pbx.script('cdr/getaisummary', { kind: 'raw', body: JSON.stringify({ errcode: 0, data: { dst } }) }, 2);
      const reading = asks(scene);
      const ms = await slowestHelpDuring(scene, reading);
      const { reads } = await reading;
      assert.match(reads, shownOrNone, what);
      assert.ok(ms < 3_000, `${what}: the help took ${ms} ms`);
      slowest = Math.max(slowest, ms);
      scene.pbx.clearScript();
    }
    return { also: `the slowest help took ${Math.round(slowest)} ms` };
  },
};

/** The app meets a mistake of its own, or more than it can hold. */
export const mistakes: readonly Fault[] = [
  gaveUp('R4a', 'an exception nobody caught', 'throw new RangeError(process.env.WORDS)'),
  gaveUp('R4b', 'a rejection nobody handled', 'Promise.reject(new RangeError(process.env.WORDS))'),
  littleMemory,
  hostile,
];
