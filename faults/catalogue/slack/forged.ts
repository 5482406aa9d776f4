import assert from 'node:assert/strict';
import { ask } from '../../../test/transports/raw-http.ts';
import type { Fault } from '../../fault.ts';
import { command } from '../../person.ts';
import type { Scene } from '../../scene.ts';

type Request = Parameters<Scene['slack']['sends']>[0];

const effects = ({ slack, pbx }: Scene) => [pbx.count('*'), slack.calls.length, slack.responses.length];

/** Sends all of it, and makes sure that each is answered with one of these statuses and nothing comes of any. */
async function turnsAway(scene: Scene, requests: readonly Request[], statuses: readonly number[]): Promise<string> {
  const before = effects(scene);
  const seen = new Map<number, number>();
  for (const request of requests) {
    const { status } = await scene.slack.sends(request);
    assert.ok(statuses.includes(status), `${status} for ${String(request.body).slice(0, 40)}`);
    seen.set(status, (seen.get(status) ?? 0) + 1);
  }
  assert.deepEqual(effects(scene), before);
  return [...seen].map(([status, count]) => `${count} × ${status}`).join(', ');
}

const json = 'application/json';
const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
const bodies = [
  'null',
  '[]',
  '"x"',
  '1',
  'true',
  '{',
  '',
  ' ',
  deep,
  '{"a":1}x',
  '\u0000',
  '{}',
  '{"__proto__":{"type":"x"}}',
];

const garbage: Fault = {
  id: 'S15a',
  says: 'signed requests that are no requests: null, [], "x", nothing, 100,000 brackets, bytes that are no UTF-8, too large by a byte',
  expected: '400, 401 or 413, and the process lives',
  async inject(scene) {
    const requests: readonly Request[] = [
      ...bodies.map((body) => ({ body, contentType: json })),
      ...bodies.filter((body) => body !== deep).map((body) => ({ body: `payload=${encodeURIComponent(body)}` })),
      { body: Buffer.from([0x61, 0xff, 0xfe, 0x80, 0xc3, 0x28]) },
      { body: 'x'.repeat(256 * 1_024 + 1) },
      { body: 'command=%2Fcallsummary', contentType: 'text/plain' },
    ];
    return { also: await turnsAway(scene, requests, [400, 401, 413, 415]) };
  },
};

const paths: Fault = {
  id: 'S15b',
  says: 'requests for //, ?, /.., *, a path of 10,000 letters, and methods nobody expects',
  expected: '404 or 400, and the process lives',
  async inject(scene) {
    const { port } = scene.app;
    const seen = new Set<number>();
    for (const path of ['//', '/?', '/..', '/%', `/${'x'.repeat(10_000)}`, '/slack/events'])
      for (const method of ['GET', 'PUT', 'DELETE', 'OPTIONS']) seen.add((await ask(port, { path, method })).status);
    assert.ok(
      [...seen].every((status) => [400, 404, 405].includes(status)),
      [...seen].join(),
    );
    return { also: `answered ${[...seen].join(', ')}` };
  },
};

const bodyOf = ({ slack }: Scene) =>
  new URLSearchParams({
    team_id: 'T0HELPDESK1',
    channel_id: slack.channels.support.id,
    user_id: slack.people.agent.id,
    command: '/callsummary',
    text: command.replace('/callsummary ', ''),
    response_url: `${slack.origin}/commands/none/of/ours`,
    trigger_id: '1.2.3',
  }).toString();

const forgeries = 1_000;

const forged: Fault = {
  id: 'S16a',
  says: `${forgeries} commands with a wrong signature, none, or another’s`,
  expected: 'all refused; nobody is asked anything',
  async inject(scene) {
    const body = bodyOf(scene);
    const requests = Array.from({ length: forgeries }, (_, at): Request => {
      if (at % 4 === 0) return { body, signed: false };
      if (at % 4 === 1) return { body, signature: `v0=${at.toString(16).padStart(64, '0')}` };
      if (at % 4 === 2) return { body, signature: '' };
      return { body, signature: `v1=${'a'.repeat(64)}`, headers: { 'x-slack-signature': `v0=${at}` } };
    });
    return { also: await turnsAway(scene, requests, [401]) };
  },
};

const seconds = () => Math.floor(Date.now() / 1_000);

const stale: Fault = {
  id: 'S16b',
  says: 'well-signed commands from six minutes ago, from in six minutes, from in ten years, from no time at all',
  expected: 'all refused',
  async inject(scene) {
    const body = bodyOf(scene);
    const times = [seconds() - 360, seconds() + 360, seconds() + 10 * 365 * 86_400, 0, -1, 'now', '1e9', ''];
    return {
      also: await turnsAway(
        scene,
        times.map((timestamp) => ({ body, timestamp })),
        [401],
      ),
    };
  },
};

const smuggled: Fault = {
  id: 'S16c',
  says: 'unsigned commands that call themselves Slack’s check of the certificate (ssl_check=1)',
  expected: 'answered, and nothing comes of them',
  async inject(scene) {
    const body = `ssl_check=1&${bodyOf(scene)}`;
    return {
      also: await turnsAway(
        scene,
        Array.from({ length: 10 }, () => ({ body, signed: false })),
        [200],
      ),
    };
  },
};

/** Somebody sends what Slack never would. */
export const forgery: readonly Fault[] = [garbage, paths, forged, stale, smuggled];
