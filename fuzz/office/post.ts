import { createHmac } from 'node:crypto';
import { Agent, request } from 'node:http';

/** How a request was answered; status 0 where it was not. */
export interface Answer {
  readonly status: number;
  readonly body: string;
}

/** Sends bodies to the app, signed as Slack signs (docs.slack.dev: verifying requests from Slack), over kept connections. */
export interface Post extends Disposable {
  send(mediaType: string, body: Buffer): Promise<Answer>;
}

/** Slack gives up after three seconds; an answer that is late is still told apart from none. Milliseconds. */
const patienceMs = 6_000;

/** Opens a way to the app at this port of this machine. */
export function openPost(port: number, signingSecret: string): Post {
  const agent = new Agent({ keepAlive: true, maxSockets: 4 });
  let sent = 0;
  // Not twice the same second for the same body, which would be a replay; each as near to now as Slack's must be.
  const nextTimestamp = () => {
    sent += 1;
    return Math.floor(Date.now() / 1_000) + ((sent * 7) % 500) - 250;
  };
  const used = new Set<string>();
  // Seconds come round again, and so do the smallest bodies.
  const signedAnew = (body: Buffer): ReturnType<typeof signed> => {
    const headers = signed(signingSecret, nextTimestamp(), body);
    const signature = headers['x-slack-signature'];
    if (used.has(signature)) return signedAnew(body);
    used.add(signature);
    return headers;
  };
  return {
    send: (mediaType, body) =>
      new Promise((resolve) => {
        const headers = {
          ...signedAnew(body),
          'content-type': mediaType,
          'content-length': body.length,
        };
        const sending = request({ host: '127.0.0.1', port, path: '/slack/events', method: 'POST', headers, agent });
        sending.on('error', () => resolve({ status: 0, body: '' }));
        sending.setTimeout(patienceMs, () => sending.destroy(new Error('no answer')));
        sending.on('response', (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('end', () =>
            resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString() }),
          );
        });
        sending.end(body);
      }),
    [Symbol.dispose]: () => agent.destroy(),
  };
}

function signed(secret: string, timestamp: number, body: Buffer) {
  const digest = createHmac('sha256', secret).update(`v0:${timestamp}:`).update(body).digest('hex');
  return { 'x-slack-request-timestamp': String(timestamp), 'x-slack-signature': `v0=${digest}` };
}
