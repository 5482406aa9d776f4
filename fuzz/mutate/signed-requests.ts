import fc from 'fast-check';
import { attackStrings } from '../../test/services/summary-html/attack-strings.ts';
import { jsonEdit, jsonTextOf, mutatedJson } from './json.ts';
import { command, interactions, unwanted } from './slack-payloads.ts';
import { mutated, place, textEdit } from './text.ts';

/** Who is at fault if something is wrong with a request: nobody but Slack (`torn`), or anybody who can type (`typed`). */
export type Origin = 'typed' | 'torn';

const form = 'application/x-www-form-urlencoded';
const json = 'application/json';

// One byte is one character, so that bodies can hold bytes that are no UTF-8.
const requestOf = (origin: Origin, mediaType: string, body: string) =>
  `${origin} ${mediaType}\n${Buffer.from(body).toString('latin1')}`;
const formOf = (fields: Readonly<Record<string, string>>) => new URLSearchParams(fields).toString();
const payloadOf = (text: string) => formOf({ payload: text });

const words = mutated(
  ['', 'help', 'me', '3202', '20260513223234-3EE9E 3202', '20260513223234-3EE9E', 'kristin'],
  textEdit(attackStrings),
  3,
);
const typedWords = fc.oneof(
  { weight: 3, arbitrary: words },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 100 }) },
);

/** What people can write themselves, wherever it stands in a payload. */
const written: Readonly<Record<string, (said: string) => object>> = {
  plain_text_input: (said) => ({ value: said }),
  block_suggestion: (said) => ({ value: said }),
  message: (said) => ({ text: said, blocks: [{ type: 'section', text: { type: 'mrkdwn', text: said } }] }),
};

const withWords = (payload: object, said: string): unknown =>
  JSON.parse(JSON.stringify(payload), (_key, value: unknown) => {
    const type = typeof value === 'object' && value !== null && 'type' in value ? String(value.type) : '';
    const write = Object.hasOwn(written, type) ? written[type] : undefined;
    return write === undefined ? value : Object.assign({}, value, write(said));
  });

const typed = fc.oneof(
  { weight: 1, arbitrary: typedWords.map((text) => requestOf('typed', form, formOf({ ...command, text }))) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom(...interactions), typedWords)
      .map(([payload, said]) => requestOf('typed', form, payloadOf(JSON.stringify(withWords(payload, said))))),
  },
);

const tornCommand = fc
  .tuple(
    fc.constantFrom(...Object.keys(command), 'payload', 'ssl_check', '__proto__', 'type'),
    fc.option(typedWords),
    place,
  )
  .map(([field, put, at]) => {
    const { [field]: _, ...others } = command;
    const fields = put === null ? others : { ...others, [field]: put };
    const twice = at % 5 === 0 ? `&${formOf({ [field]: 'again' })}` : '';
    return requestOf('torn', form, formOf(fields) + twice);
  });
const notObjects = [
  'null',
  '[]',
  '"x"',
  '1',
  'true',
  '{',
  '',
  ' ',
  '{}',
  '[[]]',
  '{"type":null}',
  '{"type":{}}',
  '{"command":1}',
];
const torn = fc.oneof(
  {
    weight: 6,
    arbitrary: mutatedJson([...interactions, ...unwanted]).map((text) => requestOf('torn', form, payloadOf(text))),
  },
  { weight: 3, arbitrary: tornCommand },
  {
    weight: 1,
    arbitrary: mutatedJson([command, ...interactions, ...unwanted]).map((text) => requestOf('torn', json, text)),
  },
  { weight: 1, arbitrary: fc.constantFrom(...notObjects).map((text) => requestOf('torn', form, payloadOf(text))) },
  { weight: 1, arbitrary: fc.constantFrom(...notObjects).map((text) => requestOf('torn', json, text)) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.jsonValue(), jsonEdit)
      .map(([value, edit]) => requestOf('torn', json, jsonTextOf(edit(value)))),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom(form, json, 'text/plain', 'multipart/form-data', ''), fc.uint8Array({ maxLength: 200 }))
      .map(([type, bytes]) => `torn ${type}\n${Buffer.from(bytes).toString('latin1')}`),
  },
);

/** Requests that Slack has signed: `origin media/type`, a line break, and the body, a character for each byte. */
export const signedRequests: fc.Arbitrary<string> = fc.oneof(
  { weight: 1, arbitrary: typed },
  { weight: 1, arbitrary: torn },
);
