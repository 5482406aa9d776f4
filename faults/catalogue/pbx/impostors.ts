import assert from 'node:assert/strict';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { type Certificate, makeCertificate } from '../../../simulators/pbx/certificates.ts';
import { kill } from '../../../test/process/spawned-app.ts';
import type { Fault } from '../../fault.ts';
import { asksAndReads, readsSummary } from '../../person.ts';
import type { Scene } from '../../scene.ts';

const redirect: Fault = {
  id: 'P17',
  says: 'the PBX answers with redirects to somewhere else (301, 302, 303, 307, 308), the sign-in too',
  expected: 'none is followed',
  setting: {},
  async inject(scene) {
    let visits = 0;
    const elsewhere = createServer((_, response) => {
      visits += 1;
      response.end('{}');
    }).listen(0, '127.0.0.1');
    await once(elsewhere, 'listening');
    const location = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/openapi/v1.0/get_token`;
    let reads = '';
    for (const endpoint of ['get_token', 'cdr/getaisummary'] as const) {
      for (const status of [301, 302, 303, 307, 308] as const) {
        scene.pbx.script(endpoint, { kind: 'redirect', status, location }, 2);
        reads = (await asksAndReads(scene, /not look as expected/)).reads;
        scene.pbx.clearScript();
      }
      await readsSummary(scene);
    }
    elsewhere.close();
    assert.equal(visits, 0);
    return { reads, also: '10 redirects, nobody came' };
  },
};

const makeAll = async () => ({
  ours: await makeCertificate(),
  other: await makeCertificate(),
  expired: await makeCertificate('expired'),
  misnamed: await makeCertificate('wrong-name'),
});
let made: ReturnType<typeof makeAll> | undefined;
/** Made once, and not before they are needed. */
const certificates = () => {
  made ??= makeAll();
  return made;
};

type Shown = keyof Awaited<ReturnType<typeof makeAll>>;

/** The simulator's own name for it looks like a hook of React to the linter. */
function presents({ pbx: { useCertificate: present } }: Scene, certificate: Certificate): void {
  present(certificate);
}

/** What is shown, what the settings trust, and by which means. */
const impostors: readonly (readonly [
  what: string,
  shown: Shown,
  trusted: Shown,
  by: 'pin' | 'authority' | 'system',
])[] = [
  ['pinned: another key', 'other', 'ours', 'pin'],
  ['pinned: expired', 'expired', 'expired', 'pin'],
  ['authority: another key', 'other', 'ours', 'authority'],
  ['authority: expired', 'expired', 'expired', 'authority'],
  ['authority: another name', 'misnamed', 'misnamed', 'authority'],
  ['system: self-signed', 'ours', 'ours', 'system'],
];

function trusting(scene: Scene, { cert, fingerprint256 }: Certificate, by: 'pin' | 'authority' | 'system') {
  if (by === 'system') return {};
  if (by === 'pin') return { YEASTAR_FINGERPRINT256: fingerprint256 };
  const file = join(scene.folder, 'authority.pem');
  writeFileSync(file, cert);
  return { YEASTAR_CA_FILE: file };
}

const impostor: Fault = {
  id: 'P18a',
  says: `the certificate is not the right one, in ${impostors.length} ways`,
  expected: 'nothing is asked, not even the sign-in is sent',
  setting: { isEmpty: true, pbx: async () => ({ tls: (await certificates()).ours }) },
  boundMs: 120_000,
  async inject(scene) {
    const { pbx } = scene;
    const all = await certificates();
    let reads = '';
    for (const [what, shown, trusted, by] of impostors) {
      presents(scene, all[shown]);
      await using app = await scene.start({ env: trusting(scene, all[trusted], by) });
      reads = (await asksAndReads({ ...scene, app }, /could not prove that it is the right one/)).reads;
      assert.equal(pbx.count('*'), 0, what);
    }
    presents(scene, all.ours);
    await scene.start({ env: trusting(scene, all.ours, 'pin') });
    return { reads, also: impostors.map(([what]) => what).join(', ') };
  },
};

const exchanged: Fault = {
  id: 'P18b',
  says: 'the certificate is exchanged while the app runs',
  expected: 'from then on nothing is asked; with the right one back, all is well without a restart',
  setting: { isEmpty: true, pbx: async () => ({ tls: (await certificates()).ours }) },
  async inject(scene) {
    const { ours, other } = await certificates();
    await scene.start({ env: trusting(scene, ours, 'pin') });
    await readsSummary(scene);
    presents(scene, other);
    const before = scene.pbx.count('*');
    const { reads } = await asksAndReads(scene, /could not prove that it is the right one/);
    assert.equal(scene.pbx.count('*'), before);
    presents(scene, ours);
    return { reads };
  },
};

const plain: Fault = {
  id: 'P18c',
  says: 'the PBX speaks no TLS where https was set',
  expected: 'nothing is told to it',
  setting: {},
  async inject(scene) {
    const app = await scene.start({ env: { YEASTAR_BASE_URL: scene.pbx.url.replace('http:', 'https:') } });
    const { reads } = await asksAndReads(scene, /could not prove that it is the right one|can’t be reached/);
    assert.equal(scene.pbx.count('*'), 0);
    await kill(app);
    await scene.start();
    return { reads };
  },
};

/** Somebody else answers in the place of the PBX. */
export const impostorFaults: readonly Fault[] = [redirect, impostor, exchanged, plain];
