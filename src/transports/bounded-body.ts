import type { IncomingMessage, ServerResponse } from 'node:http';

/** After this long a sender who was told "too large" and goes on sending is cut off. Milliseconds. */
const lingerMs = 2_000;
/** So much of it is still read meanwhile, and no more: a few who never stop would keep the process busy with nothing else. Bytes. */
const lingerBytes = 2 * 1024 * 1024;

/** The body of a request, or null when it is larger than `limit` bytes; what is over is not kept. */
export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer | null> {
  if (Number(request.headers['content-length'] ?? 0) > limit) return null;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    size += chunk.length;
    if (size > limit) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/**
 * Answers "too large" and throws the rest of the body away while it arrives, within bounds: closing at once would reset the
 * connection before the answer could be read.
 */
export function answerTooLarge(request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(413, { 'content-length': '0' }).flushHeaders(); // complete for the sender; ended when they are done
  let thrownAway = 0;
  request.on('data', (chunk: Buffer) => {
    thrownAway += chunk.length;
    if (thrownAway > lingerBytes) request.pause();
  });
  request.once('end', () => response.end());
  const timer = setTimeout(() => request.destroy(), lingerMs);
  request.once('close', () => clearTimeout(timer));
}
