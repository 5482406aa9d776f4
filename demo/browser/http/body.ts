import type { IncomingMessage } from 'node:http';
import { z } from 'zod';
import { Refusal } from './refusal.ts';

/** Bytes; the longest message that Slack takes has 40,000 characters. */
const longestBody = 256 * 1024;

/** Reads a request's body. @throws {Refusal} with what is wrong with it, in a sentence */
export async function readBody<T>(request: IncomingMessage, shape: z.ZodType<T>): Promise<T> {
  const read = shape.safeParse(asJson(await readText(request)));
  if (read.success) return read.data;
  throw new Refusal(400, `The body is not as it should be. ${z.prettifyError(read.error)}`);
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  // What is too long is read to its end all the same, so that the answer is heard.
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.byteLength;
    if (size <= longestBody) chunks.push(bytes);
  }
  if (size > longestBody) throw new Refusal(413, `The body has more than ${longestBody} bytes.`);
  return Buffer.concat(chunks).toString();
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal(400, 'The body is not JSON.');
  }
}
