import assert from 'node:assert/strict';
import { test } from 'node:test';
import { problemsOf } from './parsed-file.ts';

test('a number that loses its zero in other programs is reported, not changed', () => {
  const said = (line: number, number: string) =>
    `line ${line}: "${number}" is a number that begins with a zero; put quotation marks around it`;
  assert.deepEqual(problemsOf('ties:\n  - person: U0LEO\n    extension: 0321\n'), [said(3, '0321')]);
  assert.deepEqual(problemsOf('leads:\n  - { group: S0LEADS, extensions: [3200, 007] }\n'), [said(2, '007')]);
});

test('what YAML would turn into another number is no extension number', () => {
  for (const odd of [
    '1e3',
    '0x10',
    '0o17',
    '3_202',
    '3202.0',
    '-3202',
    '+3202',
    '3,202',
    '.5',
    '32 02',
    '12345678901',
    '٣٢',
  ])
    assert.deepEqual(problemsOf(`ties: [{ person: U0LEO, extension: "${odd}" }]`), [
      `line 1 (ties, entry 1, extension): "${odd}" is not an extension number such as 3202`,
    ]);
});

test('all problems come at once, in the order of the file, each with its line', () => {
  const file = `contact: ""
match_email: yes
adminz: [U0LEO]
admins:
  - mara
  - 17
ties:
  - person: U0LEO
    extension: 0321
    from: 2026-02-30
  - person: U0LEO
    extension: 3202
    from: 2026-03-02
    until: 2026-03-01
    note: moved
  - extension: 32o2
  -
leads:
  - group: "@leads"
    extensions: 3200-3299
  - group: S0LEADS
    extensions: [3299-3200, 320-3299, sales, [1]]
  - group: S0LEADS
    extensions: []
closed_channels: C0CLOSED
redacted_channels:
  - C0REDACT1
  - "#sales"
  - U0LEO
allow_external: true
allow_external: "maybe"
`;
  assert.deepEqual(problemsOf(file), [
    'line 1 (contact): "" is not one line of at most 200 characters',
    'line 2 (match_email): "yes" is not true or false',
    'line 3: "adminz" is not a key of the access file',
    'line 5 (admins, entry 1): "mara" is not a member ID such as U012ABC3DEF',
    'line 6 (admins, entry 2): "17" is not a member ID such as U012ABC3DEF',
    'line 9: "0321" is a number that begins with a zero; put quotation marks around it',
    'line 10 (ties, entry 1, from): "2026-02-30" is not a day such as 2026-03-01',
    'line 14 (ties, entry 2, until): is before "from"',
    'line 15 (ties, entry 2): "note" is not a key of the access file',
    'line 16 (ties, entry 3, person): is missing',
    'line 16 (ties, entry 3, extension): "32o2" is not an extension number such as 3202',
    'line 17 (ties, entry 4): "" is not an entry with person and extension',
    'line 19 (leads, entry 1, group): "@leads" is not a user group ID such as S012ABC3DEF',
    'line 20 (leads, entry 1, extensions): "3200-3299" is not a list, each entry on a line of its own after a dash',
    'line 22 (leads, entry 2, extensions, entry 1): ends before it begins',
    'line 22 (leads, entry 2, extensions, entry 2): has a first and a last number of different length',
    'line 22 (leads, entry 2, extensions, entry 3): "sales" is not an extension number or a range such as 3200-3299',
    'line 22 (leads, entry 2, extensions, entry 4): must be an extension number or a range such as 3200-3299',
    'line 24 (leads, entry 3, extensions): is an empty list',
    'line 25 (closed_channels): "C0CLOSED" is not a list, each entry on a line of its own after a dash',
    'line 28 (redacted_channels, entry 2): "#sales" is not a channel ID such as C012ABC3DEF',
    'line 29 (redacted_channels, entry 3): "U0LEO" is not a channel ID such as C012ABC3DEF',
    'line 31: "allow_external" is given twice; keep one',
    'line 31 (allow_external): "maybe" is not true or false',
  ]);
});

test('IDs of the wrong kind are told apart', () => {
  const wrong: Readonly<Record<string, string>> = {
    'admins: [S0LEADS]': 'line 1 (admins, entry 1): "S0LEADS" is not a member ID such as U012ABC3DEF',
    'admins: [u0leo]': 'line 1 (admins, entry 1): "u0leo" is not a member ID such as U012ABC3DEF',
    'admins: ["U0LEO,U0KIM"]': 'line 1 (admins, entry 1): "U0LEO,U0KIM" is not a member ID such as U012ABC3DEF',
    'admins: ["*"]': 'line 1 (admins, entry 1): "*" is not a member ID such as U012ABC3DEF',
    'closed_channels: ["#support"]':
      'line 1 (closed_channels, entry 1): "#support" is not a channel ID such as C012ABC3DEF',
    'leads: [{ group: U0LEO, extensions: [1] }]':
      'line 1 (leads, entry 1, group): "U0LEO" is not a user group ID such as S012ABC3DEF',
  };
  for (const [file, problem] of Object.entries(wrong)) assert.deepEqual(problemsOf(file), [problem]);
});

test('a text that is no YAML is said to be none, with the line', () => {
  const broken: Readonly<Record<string, RegExp>> = {
    'admins:\n\t- U0LEO\n': /^line 2: begins with a tab; use spaces$/,
    'admins: [U0LEO]\n---\nadmins: []\n': /^line 2: begins a second document; keep everything in one$/,
    'contact: "Ask Mara\n': /^line \d: lacks a closing quote or bracket$/,
    'contact: @mara\n': /^line 1: holds a text that begins with a special character; put it in quotes$/,
    'contact: !!js/function x\n': /^line 1: holds a tag \(a word with an exclamation mark\); leave it out$/,
    'admins: [U0LEO\n': /^line \d: cannot be read as YAML: .+$/,
  };
  for (const [file, problem] of Object.entries(broken)) assert.match(problemsOf(file)[0] ?? '', problem, file);
  assert.deepEqual(problemsOf('U0LEO'), ['line 1: must be a list of keys, each with a colon and a value']);
  assert.deepEqual(problemsOf('- U0LEO'), ['line 1: must be a list of keys, each with a colon and a value']);
});

test('a file of another kind, which may hold a secret, is not quoted', () => {
  assert.doesNotMatch(problemsOf('xoxb-canary-7781').join(), /canary/);
});

test('a key that is a list or a map is a problem, and nothing about it is written to the log', (t) => {
  const warned = t.mock.method(process, 'emitWarning', () => {});
  assert.deepEqual(problemsOf('? {a: b}\n: c\n').length, 1);
  assert.equal(warned.mock.callCount(), 0);
});

test('a word that stands for something written elsewhere is refused, so that none can grow', () => {
  const laughs = ['a: &a [x, x]', 'b: &b [*a, *a]', 'admins: [*b, *b]'].join('\n');
  const said = (line: number, name: string) =>
    `line ${line}: "*${name}" refers to something written elsewhere; write it out here`;
  assert.deepEqual(problemsOf(laughs), [said(2, 'a'), said(2, 'a'), said(3, 'b'), said(3, 'b')]);
  assert.deepEqual(problemsOf('admins: *nowhere'), [said(1, 'nowhere')]);
});

test('keys that mean something to JavaScript or to YAML mean nothing here', () => {
  for (const key of ['__proto__', 'constructor', 'toString', '<<'])
    assert.deepEqual(problemsOf(`"${key}": { admins: [U0LEO] }`), [`line 1: "${key}" is not a key of the access file`]);
});

test('a file too long or too deep is refused at once', { timeout: 10_000 }, () => {
  assert.deepEqual(problemsOf(`#${'x'.repeat(128 * 1024)}`), ['line 1: the file is longer than 128 KiB']);
  assert.ok(problemsOf(`admins: ${'['.repeat(60_000)}${']'.repeat(60_000)}`).length > 0);
  assert.ok(problemsOf(`admins: ${'{a: '.repeat(20_000)}`).length > 0);
});

test('of a key given twice the last one is looked at, and its line named', () => {
  assert.deepEqual(problemsOf('admins: []\nadmins: [mara]\n'), [
    'line 2: "admins" is given twice; keep one',
    'line 2 (admins, entry 1): "mara" is not a member ID such as U012ABC3DEF',
  ]);
});

test('a value is quoted in a problem no longer than it helps', () => {
  const [problem = ''] = problemsOf(`admins: [${'x'.repeat(5_000)}]`);
  assert.ok(problem.length < 150, problem);
});
