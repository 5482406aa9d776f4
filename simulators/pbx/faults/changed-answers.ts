import { gzipSync } from 'node:zlib';
import type { PbxReply } from '../answer.ts';
import type { Exchange } from './exchange.ts';
import type { Fault } from './fault.ts';
import { jsonHeaders } from './send.ts';

/** Sends the usual answer gzipped, whatever the client accepts. */
export function playGzip(_: Fault<'gzip'>, { answer, response }: Exchange): void {
  const packed = gzipSync(JSON.stringify(answer()));
  response.writeHead(200, jsonHeaders(packed.byteLength, { 'content-encoding': 'gzip' }));
  response.end(packed);
}

/** An offer of a file that points elsewhere, or nowhere; whatever is no such offer stays as it is. */
export function withDownloadUrl(reply: PbxReply, url: string | undefined): PbxReply {
  if (reply === null || Array.isArray(reply)) return reply;
  const { download_resource_url: path, ...rest } = reply;
  if (typeof path !== 'string' || url === undefined) return rest;
  return { ...rest, download_resource_url: url.replaceAll('{path}', path) };
}
