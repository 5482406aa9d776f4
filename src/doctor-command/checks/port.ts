import { createServer, type ListenOptions } from 'node:net';
import type { ListenAddress } from '../../config/config.ts';
import type { Check } from '../check.ts';
import { failed, ok, type Verdict, warning } from '../verdict.ts';

const deadlineMs = 3_000;
const another = 'Set PORT to another one, or stop that program.';

/** Whether the app can open its port, or is there already. */
export const port: Check = {
  id: 'port',
  what: 'Port',
  needs: ['settings'],
  async look(patient) {
    const { port, metricsAddress } = patient.installation().config;
    if (port === 0) return ok('any that is free.');
    const fault = await faultOf({ port });
    if (fault === null)
      return (await metricsTrouble(metricsAddress)) ?? ok(`${port} is free; the app is not running here.`);
    if (fault !== 'EADDRINUSE') return failed(`${port} cannot be opened (${fault}).`, 'Set PORT to one above 1023.');
    return await whoeverHas(port);
  },
};

/** What would keep the app from opening the address of its metrics; null where nothing would, or there is none. */
async function metricsTrouble(address: ListenAddress | null): Promise<Verdict | null> {
  const fault = address === null ? null : await faultOf({ ...address });
  if (fault === null) return null;
  const remedy = 'Set CALLSUMMARY_METRICS_LISTEN to a free port at an address that this machine has.';
  return failed(`the address for metrics cannot be opened (${fault}).`, remedy);
}

async function whoeverHas(port: number): Promise<Verdict> {
  if ((await answerOf(port, '/healthz')) !== 'ok') return failed(`another program uses ${port}.`, another);
  return (await answerOf(port, '/readyz')) === 'ready'
    ? ok(`the app runs on ${port}, and is ready.`)
    : warning(`the app runs on ${port}, and is not ready.`, 'It is starting, stopping, or without Slack: see its log.');
}

function faultOf(address: ListenOptions): Promise<string | null> {
  const { promise, resolve } = Promise.withResolvers<string | null>();
  const server = createServer();
  server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'unknown'));
  server.listen(address, () => server.close(() => resolve(null)));
  return promise;
}

async function answerOf(port: number, path: string): Promise<string | null> {
  try {
    const signal = AbortSignal.timeout(deadlineMs);
    return await (await fetch(`http://127.0.0.1:${port}${path}`, { redirect: 'error', signal })).text();
  } catch {
    return null;
  }
}
