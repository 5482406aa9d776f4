import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { parseAccessFile } from '../../src/services/access/access-file.ts';
import type { AccessRules } from '../../src/services/access/access-rules.ts';
import { describeUnquoted, type FileProblem } from '../../src/services/access/file-problem.ts';
import { readingOf } from '../judges/thrown.ts';
import { timed } from '../judges/time.ts';
import { mutated, textEdit } from '../mutate/text.ts';
import { Found, type Target } from '../target.ts';

const example = readFileSync(new URL('../../access.example.yml', import.meta.url), 'utf8');
const uncommented = example
  .split('\n')
  .filter((line) => !/^#\s/.test(line))
  .map((line) => line.replace(/^#/, ''))
  .join('\n');
const full = `contact: "Ask Mara Quinn: 4000"
match_email: false
admins: [U0ADMIN01, W0ADMIN02]
ties:
  - person: U0LEO
    extension: 3202
    from: 2026-03-01
    until: "2026-12-31"
  - { person: U0LEO, extension: "0321" }
leads:
  - group: S0LEADS
    extensions:
      - 3200-3299
      - 3400
closed_channels: [C0CLOSED1, G0CLOSED2]
redacted_channels: [C0REDACT1]
allow_external: true
`;
const pieces = [
  ...[
    ':',
    ': ',
    '- ',
    '\n',
    '\n  ',
    '\t',
    '"',
    "'",
    '[',
    ']',
    '{',
    '}',
    ',',
    '#',
    '|',
    '>',
    '?',
    '\r',
    '\u0000',
    '\uFEFF',
    '\u2028',
  ],
  ...[
    '&a ',
    '*a',
    '<<: *a',
    '!!str ',
    '!!js/function ',
    '!!binary ',
    '---\n',
    '? {a: b}\n: c\n',
    '...\n',
    '%YAML 1.1\n',
    '~',
    'null',
    '0x1F',
    '0321',
    '1e9',
  ],
  ...[
    '__proto__: {admins: [U0EVIL01]}\n',
    'constructor:\n',
    'admins: [U0EVIL01]\n',
    'match_email: yes\n',
    '2026-02-30',
    '3299-3200',
    'U0LEO',
  ],
];
const large = fc
  .tuple(
    fc.constantFrom(...pieces, '- - ', 'a:\n', '  - person: U0LEO\n    extension: 3202\n'),
    fc.integer({ min: 100, max: 20_000 }),
  )
  .map(([piece, times]) => piece.repeat(times).slice(0, 100_000));

// The administrator's own file, read at the start and when they say so: it may take longer than what anybody can send.
const mostMsToRead = 250;

/** The text of the access file. */
export const accessFile: Target = {
  name: 'access-file',
  weight: 12,
  runsAtOnce: 2_000,
  inputs: fc.oneof(
    { weight: 400, arbitrary: mutated([full, uncommented, example.slice(0, 1_000)], textEdit(pieces)) },
    { weight: 100, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
    { weight: 1, arbitrary: large },
  ),
  open: async () => ({ try: tryFile, [Symbol.asyncDispose]: async () => {} }),
};

async function tryFile(input: string): Promise<number> {
  const reading = () => readingOf(() => parseAccessFile(input));
  const { result, msPer64kB } = await timed(Buffer.byteLength(input), reading, mostMsToRead);
  if ('error' in result) throw new Found(`failed: ${result.error.message}`);
  if ('problems' in result.result) judgeProblems(result.result.problems, input);
  else judgeRules(result.result.rules, input);
  return msPer64kB;
}

function judgeProblems(problems: readonly FileProblem[], text: string): void {
  const lines = text.split(/\r\n|[\r\n]/).length;
  if (problems.length === 0) throw new Found('neither rules nor a problem');
  for (const problem of problems) {
    if (!(problem.line >= 1 && problem.line <= lines)) throw new Found(`line ${problem.line} of ${lines}`);
    if (/[\n\r]/.test(problem.problem)) throw new Found(`a problem of several lines: ${describeUnquoted(problem)}`);
  }
}

/** Nobody gets a right that does not stand there. */
function judgeRules({ admins, ties, leads, closedChannels }: AccessRules, text: string): void {
  const named = [...admins, ...closedChannels, ...ties.flatMap((tie) => [tie.personId, tie.extensionNumber])];
  const ranges = leads.flatMap(({ groupId, extensions }) => [
    groupId,
    ...extensions.flatMap(({ first, last }) => [first, last]),
  ]);
  for (const name of [...named, ...ranges]) if (!written(text).includes(name)) throw new Found(`invented ${name}`);
}

// In quotation marks, YAML knows escapes, and lines that go on.
const written = (text: string) => (/["\\]/.test(text) ? `${text}${JSON.stringify(text)}` : text);
