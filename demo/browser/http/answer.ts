import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';

/** What goes with every answer: the page takes nothing from elsewhere, nobody keeps it, and no other page frames it. */
const guarding: OutgoingHttpHeaders = {
  'content-security-policy': [
    "default-src 'self'",
    "img-src 'self' data:",
    "style-src 'self' 'unsafe-inline'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
};

/** Begins an answer. */
export function begin(response: ServerResponse, status: number, contentType: string): void {
  response.writeHead(status, { ...guarding, 'content-type': contentType });
}

/** Answers with JSON. */
export function sendJson(response: ServerResponse, value: object): void {
  send(response, 200, 'application/json', JSON.stringify(value));
}

/** Answers with a whole body. */
export function send(response: ServerResponse, status: number, contentType: string, body: string | Uint8Array): void {
  begin(response, status, contentType);
  response.end(body);
}
