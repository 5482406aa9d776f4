import fc from 'fast-check';
import { problemMessage } from '../../src/blocks/problem.ts';
import { parseCommandText } from '../../src/services/call-reference/command-text.ts';
import { suggestedFields } from '../../src/slack/message-suggestion.ts';
import { attackStrings } from '../../test/services/summary-html/attack-strings.ts';
import { judgeMessage } from '../judges/rendered.ts';
import { readingOf } from '../judges/thrown.ts';
import { timed } from '../judges/time.ts';
import { mutated, textEdit } from '../mutate/text.ts';
import { Found, type Target } from '../target.ts';

const typed = [
  '',
  'help',
  'me',
  '3202',
  '20260513223234-3EE9E 3202',
  '3202 20260513223234-3EE9E',
  'leg 20260513223234-3EE9E, ext. 3202 please',
  '`20260513223234-3EE9E` *3202*',
  '<https://pbx.example/record?id=20260513223234-3EE9E|record> (3202)',
  '20260513223234_3EE9E x3202 @leo <@U0LEO> <!channel>',
];
const pieces = [
  ...attackStrings,
  ...[
    '20260513223234-3EE9E',
    '3202',
    'ext',
    'x',
    '-',
    '–',
    '_',
    '1',
    '11111-',
    'a1_',
    '<@',
    '<https:',
    '|',
    '&lt;',
    '\u200B',
    '\uFF11',
  ],
];
const pasted = fc
  .tuple(fc.constantFrom(...pieces), fc.integer({ min: 100, max: 10_000 }))
  .map(([piece, times]) => piece.repeat(times).slice(0, 40_000));

/** What stands behind the command, and what stands in a message that a shortcut was chosen on. */
export const commandText: Target = {
  name: 'command-text',
  weight: 22,
  runsAtOnce: 5_000,
  inputs: fc.oneof(
    { weight: 60, arbitrary: mutated(typed, textEdit(pieces)) },
    { weight: 30, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
    { weight: 1, arbitrary: pasted },
  ),
  open: async () => ({ try: tryText, [Symbol.asyncDispose]: async () => {} }),
};

async function tryText(input: string): Promise<number> {
  const { result, msPer64kB } = await timed(Buffer.byteLength(input), () => {
    suggestedFields({ text: input });
    return readingOf(() => parseCommandText(input));
  });
  if ('error' in result) judgeMessage(problemMessage(result.error, 'K7Q2M9XD'));
  else if (result.result.kind === 'call') judgeReference(result.result.reference);
  return msPer64kB;
}

function judgeReference({ cdrId, extensionNumber }: { cdrId: string; extensionNumber: string }): void {
  if (/^[0-9A-Za-z]+([-_][0-9A-Za-z]+)+$/.test(cdrId) && cdrId.length <= 64 && /^\d{1,10}$/.test(extensionNumber))
    return;
  throw new Found(`understood ${JSON.stringify([cdrId, extensionNumber])}`);
}
