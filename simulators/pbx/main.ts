import { parseArgs } from 'node:util';
import { makeCertificate } from './certificates.ts';
import type { PbxSimulator, RecordedRequest } from './index.ts';
import { startPbx } from './index.ts';
import { welcome } from './welcome.ts';

/** The vendor's own port for https; this PBX speaks http on it, since it is reached over loopback only, unless asked. */
const usualPort = '8088';

/** Enough for a list of recent calls to have a second page. */
const usualRecentCalls = '40';

await open().catch(explain);

async function open(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: usualPort },
      'recent-calls': { type: 'string', default: usualRecentCalls },
      tls: { type: 'boolean', default: false },
    },
  });
  const pbx = await startPbx({
    port: Number(values.port),
    recentCalls: Number(values['recent-calls']),
    ...(values.tls && { tls: await makeCertificate('lasting') }),
    onServed: report,
  });
  console.log(welcome(pbx));
  process.once('SIGINT', () => void leave(pbx));
  process.once('SIGTERM', () => void leave(pbx));
}

function report({ method, version, endpoint, errcode, fault }: RecordedRequest): void {
  const outcome = errcode === null ? 'no errcode' : `errcode ${errcode}`;
  const note = fault === null ? '' : `, fault ${fault}`;
  console.log(`${new Date().toISOString().slice(11, 19)}  ${method} ${version} ${endpoint}: ${outcome}${note}`);
}

function explain(error: unknown): void {
  const reason = error instanceof Error ? error.message : String(error);
  console.error(`The PBX simulator could not start: ${reason}. For another port: --port 8089`);
  process.exitCode = 1;
}

async function leave(pbx: PbxSimulator): Promise<void> {
  await pbx.stop();
  console.log('The PBX simulator has stopped.');
}
