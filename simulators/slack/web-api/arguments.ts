import { isObject, type JsonObject, parseJson } from '../json.ts';

/** The arguments that are objects or arrays; in a form they travel as JSON strings. */
const nested = ['attachments', 'blocks', 'metadata', 'view'];

/** A call as it came in. */
export interface RawCall {
  readonly contentType: string | undefined;
  readonly body: string;
  readonly query: URLSearchParams;
}

/** Takes a call; gives its arguments, nested ones decoded where they are JSON. Gives undefined for a body that is not what it says it is. */
export function argumentsOf({ contentType, body, query }: RawCall): JsonObject | undefined {
  const inUrl = Object.fromEntries(query);
  if (!contentType?.includes('json')) return decoded({ ...inUrl, ...Object.fromEntries(new URLSearchParams(body)) });
  const json = parseJson(body);
  return isObject(json) ? decoded({ ...inUrl, ...json }) : undefined;
}

function decoded(args: JsonObject): JsonObject {
  const entries = Object.entries(args).map(([name, value]) => [
    name,
    nested.includes(name) ? decodedValue(value) : value,
  ]);
  return Object.fromEntries(entries);
}

function decodedValue(value: unknown): unknown {
  return typeof value === 'string' ? (parseJson(value) ?? value) : value;
}

/** Takes an argument that may have come as a word; says whether it is true. */
export function isTrue(value: unknown): boolean {
  return value === true || value === 'true' || value === '1' || value === 1;
}
