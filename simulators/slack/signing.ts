import { createHmac } from 'node:crypto';

/** The two headers by which an app knows that Slack is asking (docs.slack.dev/authentication/verifying-requests-from-slack). */
export interface Signature {
  readonly 'x-slack-request-timestamp': string;
  readonly 'x-slack-signature': string;
}

/** Takes the signing secret, the body as sent and a time in seconds; gives the headers Slack would add. */
export function sign(secret: string, body: string | Buffer, timestamp: string): Signature {
  const digest = createHmac('sha256', secret).update(`v0:${timestamp}:`).update(body).digest('hex');
  return { 'x-slack-request-timestamp': timestamp, 'x-slack-signature': `v0=${digest}` };
}
