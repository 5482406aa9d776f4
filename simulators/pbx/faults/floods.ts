import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Exchange } from './exchange.ts';
import type { Fault } from './fault.ts';
import { jsonHeaders, sendReply } from './send.ts';

const mebibyte = 1024 * 1024;

/** What stands around the filler so that the whole is JSON. */
const frames = {
  answer: { head: '{"errcode":0,"errmsg":"SUCCESS","data":"', tail: '"}' },
  rows: { head: '[{"leg_id":"20260513223234-3EE9E","ai_summary":"', tail: '"}]' },
};

/** Streams one JSON answer of the given length, no faster than the client reads and no longer than it listens. */
export async function playHugeBody({ bytes, as }: Fault<'huge-body'>, { response }: Exchange): Promise<void> {
  const frame = frames[as ?? 'answer'];
  const [head, tail] = [Buffer.from(frame.head), Buffer.from(frame.tail)];
  const filler = Math.max(0, bytes - head.length - tail.length);
  response.writeHead(200, jsonHeaders(head.length + filler + tail.length));
  await pipeline(chain([head], repeat(Buffer.alloc(64 * 1024, 'x'), filler), [tail]), response);
}

/** Streams gzip that is about a thousandth of what it unpacks to. */
export async function playGzipBomb({ mebibytes }: Fault<'gzip-bomb'>, { response }: Exchange): Promise<void> {
  response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' });
  await pipeline(repeat(Buffer.alloc(mebibyte), mebibytes * mebibyte), createGzip(), response);
}

/** The usual answer under header lines that add up to the given bytes, 1 KiB a line. */
export function playHugeHeaders({ bytes }: Fault<'huge-headers'>, { response, answer }: Exchange): void {
  const lines = Array.from({ length: Math.ceil(bytes / 1024) }, (_, line): [string, string] => {
    const name = `x-filler-${line}`;
    return [name, 'x'.repeat(1024 - name.length)];
  });
  sendReply(response, answer(), Object.fromEntries(lines));
}

/** The usual answer under a content-encoding that names gzip again and again. */
export function playManyEncodings({ count }: Fault<'many-encodings'>, { response, answer }: Exchange): void {
  sendReply(response, answer(), { 'content-encoding': new Array(count).fill('gzip').join(', ') });
}

function* repeat(chunk: Buffer, length: number): Generator<Buffer> {
  for (let left = length; left > 0; left -= chunk.length) yield chunk.subarray(0, left);
}

function* chain(...parts: Iterable<Buffer>[]): Generator<Buffer> {
  for (const part of parts) yield* part;
}
