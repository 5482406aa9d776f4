/** What goes back over HTTP: an answer, nothing ever (`hang`), or a broken connection (`reset`). */
export type Answer = HttpAnswer | 'hang' | 'reset';

/** A complete HTTP answer. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Takes a value; gives it as an answer with status 200. */
export function asJson(value: unknown, headers: Readonly<Record<string, string>> = {}, status = 200): HttpAnswer {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
    body: JSON.stringify(value),
  };
}

/** Takes text; gives it as an answer. */
export function asText(body: string, status = 200): HttpAnswer {
  return { status, headers: { 'content-type': 'text/plain; charset=utf-8' }, body };
}
