import { setTimeout as pause } from 'node:timers/promises';
import { playDrip, playReset } from './broken-answers.ts';
import { playGzip, withDownloadUrl } from './changed-answers.ts';
import type { Exchange } from './exchange.ts';
import type { Fault, FaultKind } from './fault.ts';
import { playGzipBomb, playHugeBody, playHugeHeaders, playManyEncodings } from './floods.ts';
import { proxyPage, sendHtml, sendReply } from './send.ts';

type Players = { [K in FaultKind]: (fault: Fault<K>, exchange: Exchange) => void | Promise<void> };

const players: Players = {
  none: (_, { response, answer }) => sendReply(response, answer()),
  errcode: ({ errcode, fields }, { response, refuse }) => sendReply(response, refuse(errcode, fields)),
  delay: async ({ milliseconds, next }, exchange) => {
    await pause(milliseconds, undefined, { signal: exchange.gone });
    await play(next ?? { kind: 'none' }, exchange);
  },
  hold: async ({ next }, exchange) => {
    await exchange.hold.wait(exchange.gone);
    if (!exchange.gone.aborted) await play(next ?? { kind: 'none' }, exchange);
  },
  silence: () => undefined,
  reset: playReset,
  drip: playDrip,
  'http-status': ({ status, html, headers }, { response }) =>
    sendHtml(response, status, html ?? proxyPage(status), headers),
  raw: ({ body, encoding, status, headers }, { response }) => {
    response.writeHead(status ?? 200, { 'content-type': 'application/json', ...headers });
    response.end(Buffer.from(body, encoding ?? 'utf8'));
  },
  'huge-body': playHugeBody,
  gzip: playGzip,
  'download-url': ({ url }, { response, answer }) => sendReply(response, withDownloadUrl(answer(), url)),
  'gzip-bomb': playGzipBomb,
  'huge-headers': playHugeHeaders,
  'many-encodings': playManyEncodings,
  redirect: ({ status, location }, { response }) => sendHtml(response, status, proxyPage(status), { location }),
};

/** Answers a request in the way the fault says. Rejects when the client leaves in the middle of it. */
export async function play<K extends FaultKind>(fault: Fault<K>, exchange: Exchange): Promise<void> {
  await players[fault.kind](fault, exchange);
}
