import { CallSummaryError } from '../../../errors.ts';
import { ErrcodeAnswer } from '../errcodes.ts';
import { envelopeSchema, parseAnswer } from '../schema.ts';
import { createRowSplitter, notJson } from './row-splitter.ts';

const mebibyte = 1024 * 1024;
const mostBytes = 10 * mebibyte;
const mostRows = 2_000;
const longestRow = mebibyte; // a call of some hours, with its transcript

/**
 * Reads the rows of a file with calls while it arrives, up to 10 MiB and 2,000 rows, and hands each one over parsed.
 * Gives whether there was more than that, be it one row that was too long.
 * @throws {ErrcodeAnswer} where the PBX answered with an errcode in place of the file
 * @throws {CallSummaryError} `pbx_unexpected` for what is not JSON, or not whole
 */
export async function readRows(
  chunks: AsyncIterable<Uint8Array>,
  handOver: (row: unknown) => void,
): Promise<{ readonly isCut: boolean }> {
  const splitter = createRowSplitter(longestRow);
  let bytesLeft = mostBytes;
  let rowsLeft = mostRows;
  let isCut = false;
  for await (const chunk of chunks) {
    for (const row of splitter.rowsIn(chunk.subarray(0, bytesLeft))) {
      if (rowsLeft === 0) return { isCut: true };
      rowsLeft -= 1;
      if (row === null) isCut = true;
      else handOver(parseJson(row));
    }
    if (chunk.length > bytesLeft) return { isCut: true };
    bytesLeft -= chunk.length;
  }
  const answer = splitter.end();
  if (answer !== null) throw refusalIn(answer);
  return { isCut };
}

/** An errcode comes with HTTP 200 here as well. */
function refusalIn(answer: string): ErrcodeAnswer | CallSummaryError {
  const { errcode } = parseAnswer(envelopeSchema, parseJson(answer));
  return errcode === 0 ? new CallSummaryError('pbx_unexpected', { fault: 'no list' }) : new ErrcodeAnswer(errcode);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw notJson();
  }
}
