import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { confidentialWords, noneIsSaid } from '../test/process/canaries.ts';
import type { Fault } from './fault.ts';
import { asks, command } from './person.ts';
import type { Scene } from './scene.ts';

const patienceMs = 40_000;
const betweenMs = 100;

/** Mends both neighbours, whatever a fault has left of itself in them. */
export function mend({ slack, pbx }: Scene): void {
  pbx.clearScript();
  pbx.release();
  pbx.ignoreConnections(false);
  slack.unscripts();
}

/** Makes sure that the app lives and answers this again; gives the milliseconds that it took to do so. */
export async function healthyAgain(scene: Scene, afterwards: NonNullable<Fault['afterwards']>): Promise<number> {
  const { child } = scene.app;
  const startedAt = performance.now();
  const elapsed = () => Math.round(performance.now() - startedAt);
  for (;;) {
    assert.deepEqual([child.exitCode, child.signalCode], [null, null], 'the app has ended');
    const { reads } = await asks(scene, afterwards === 'help' ? '/callsummary help' : command);
    if (right[afterwards].test(reads)) return elapsed();
    if (elapsed() > patienceMs) throw new Error(`not healthy again: ${reads}`);
    await pause(betweenMs);
  }
}

const right = { help: /\/callsummary me/, summary: /^the summary$/ } as const;

/** A token of the simulated PBX, as it writes them. */
const pbxToken = /\b[0-9a-f]{32}\b/;

/** Makes sure that no secret, name, number, token or word of a summary stands in anything the app has said. */
export function keepsSecrets(scene: Scene): void {
  const said = scene.said();
  const answered = scene.slack.responses.map(({ url }) => ({ response_url: url }));
  noneIsSaid(said, confidentialWords(scene.slack, answered));
  assert.doesNotMatch(said, pbxToken, 'a token of the PBX stands in the log');
}
