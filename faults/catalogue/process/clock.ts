import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Fault } from '../../fault.ts';
import { asks, asksAndReads, readsSummary } from '../../person.ts';
import type { Scene } from '../../scene.ts';

/** Preloaded: at SIGUSR2 the process's wall clock jumps by as many seconds as stand in a file. */
const jumpingClock = `
import { readFileSync } from 'node:fs';
const RealDate = Date;
let ahead = 0;
globalThis.Date = class extends RealDate {
  constructor(...given) {
    if (given.length === 0) super(RealDate.now() + ahead);
    else super(...given);
  }
  static now() {
    return RealDate.now() + ahead;
  }
};
process.on('SIGUSR2', () => {
  ahead = Number(readFileSync(process.env.CLOCK_FILE, 'utf8')) * 1000;
  process.stdout.write('{"level":20,"msg":"jumped ' + ahead + '"}\\n');
});
`;

/** Starts an app whose clock can jump; gives how to make it jump to so many seconds ahead of this machine’s. */
async function startsWithJumpingClock(scene: Scene): Promise<(seconds: number) => Promise<void>> {
  const file = join(scene.folder, 'clock');
  const nodeArguments = ['--import', `data:text/javascript,${encodeURIComponent(jumpingClock)}`];
  const app = await scene.start({ nodeArguments, env: { CLOCK_FILE: file } });
  return async (seconds) => {
    writeFileSync(file, `${seconds}`);
    app.child.kill('SIGUSR2');
    await app.until(() => app.said().includes(`"jumped ${seconds * 1_000}"`) || undefined);
  };
}

const jumps = [600, -600, 86_400, -86_400, 0];
const widestSkew = 300;

const overHttp: Fault = {
  id: 'C1a',
  says: 'the machine’s clock jumps by ten minutes and by a day, both ways (HTTP)',
  expected:
    'off by more than five minutes, commands are refused, because Slack’s signatures no longer count; as before when it is right',
  setting: { isEmpty: true },
  async inject(scene) {
    const jump = await startsWithJumpingClock(scene);
    await readsSummary(scene);
    const tokens = scene.pbx.count('get_token');
    let refusal = '';
    for (const seconds of jumps) {
      await jump(seconds);
      const { delivery, reads } = await asks(scene, '/callsummary help');
      const isRefused = Math.abs(seconds) > widestSkew;
      assert.equal(delivery.status, isRefused ? 401 : 200, `${seconds} s`);
      if (isRefused) refusal = reads;
    }
    await jump(240);
    await readsSummary(scene);
    await jump(0);
    await readsSummary(scene);
    assert.equal(scene.pbx.count('get_token'), tokens);
    assert.match(refusal, /failed with the error/);
    return { reads: refusal, also: 'in Slack’s words; no new sign-in' };
  },
};

const overSocket: Fault = {
  id: 'C1b',
  says: 'the machine’s clock jumps by ten minutes and by a day, both ways (Socket Mode)',
  expected: 'the summary each time; tokens go by a clock that does not jump',
  setting: { isEmpty: true, transport: 'socket' },
  async inject(scene) {
    const jump = await startsWithJumpingClock(scene);
    await readsSummary(scene);
    for (const seconds of jumps) {
      await jump(seconds);
      await asksAndReads(scene, /^the summary$/);
    }
    const tokens = scene.pbx.count('get_token') + scene.pbx.count('refresh_token');
    assert.ok(tokens <= 2, `${tokens} token requests`);
    return { reads: 'the summary', also: `${jumps.length} times, ${tokens} token requests` };
  },
};

/** The clock of the machine is not right. */
export const clockJumps: readonly Fault[] = [overHttp, overSocket];
