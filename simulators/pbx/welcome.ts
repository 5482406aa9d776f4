import type { PbxSimulator } from './index.ts';
import { sampleCalls } from './index.ts';

/** What somebody who starts the simulator by hand wants to read: how to connect, what to ask, how to make trouble. */
export function welcome({ url, clientId, clientSecret }: Pick<PbxSimulator, 'url' | 'clientId' | 'clientSecret'>) {
  return [
    `A simulated Yeastar P-Series PBX is listening on ${url}`,
    `Client ID ${clientId}, client secret ${clientSecret}`,
    '',
    'For the app’s environment:',
    `  YEASTAR_BASE_URL=${url}`,
    `  YEASTAR_CLIENT_ID=${clientId}`,
    `  YEASTAR_CLIENT_SECRET=${clientSecret}`,
    '',
    'Calls to ask for:',
    ...sampleCalls.flatMap(({ cdrId, extensionNumber, shows }) => [
      `  /callsummary ${cdrId} ${extensionNumber}`,
      `      ${shows}`,
    ]),
    '',
    'To make trouble:',
    ...controlCalls.flatMap(([sentence, call]) => [`  ${sentence}`, `      ${call(url)}`]),
    '',
    'Ctrl-C stops it.',
  ].join('\n');
}

const otherServer = { kind: 'download-url', url: 'https://evil.example{path}' };

const controlCalls: readonly [sentence: string, call: (url: string) => string][] = [
  ['The next summary takes five seconds:', script('cdr/getaisummary', { kind: 'delay', milliseconds: 5_000 })],
  ['The next three calls, whichever they are, get a 502:', script('*', { kind: 'http-status', status: 502 }, 3)],
  ['No summary is answered any more:', script('cdr/getaisummary', { kind: 'silence' }, 'always')],
  ['The next list of calls lies on another server:', script('cdr/aidownload', otherServer)],
  ['Forget that script:', post('clear')],
  ['All access tokens end now:', post('expire')],
  ['Lift the block after five refused logins:', post('unblock')],
  ['Let go what a fault of kind "hold" keeps back:', post('release')],
  ['Make 40 calls of the last seven days, in place of those there are:', post('recent-calls', { count: 40 })],
  [
    'Give an extension another e-mail address:',
    post('extension', { number: '3202', change: { email: 'someone.else@helpdesk.example' } }),
  ],
  ['The firmware is too old for API v2.0:', post('change', { firmwareVersion: '37.21.0.90', missingV2: 10001 })],
  ['The API client may not ask for files of calls:', post('change', { deniedEndpoints: ['cdr/aidownload'] })],
  ['Your address is not on the list of allowed IPs:', post('change', { isAddressAllowed: false })],
  ['Its clock is four minutes ahead:', post('change', { clockAheadMs: 240_000 })],
  ['Everything back to the start:', post('reset')],
  ['What it has seen, and what is to come:', (url) => `${curl(url)} ${url}/_control/state`],
];

/** A certificate made for the occasion is one that curl does not trust. */
const curl = (url: string) => (url.startsWith('https:') ? 'curl -k' : 'curl');

function post(command: string, order?: object): (url: string) => string {
  const body = order === undefined ? '' : ` -H 'content-type: application/json' -d '${JSON.stringify(order)}'`;
  return (url) => `${curl(url)} -X POST ${url}/_control/${command}${body}`;
}

function script(endpoint: string, fault: object, times: number | 'always' = 1): (url: string) => string {
  return post('script', { endpoint, fault, times });
}
