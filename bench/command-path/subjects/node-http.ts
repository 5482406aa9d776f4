// node:http alone: reads the body, checks Slack's signature, acknowledges. The least there can be.
import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const { SLACK_SIGNING_SECRET: secret = '' } = process.env;

function isSigned(body: Buffer, timestamp: string, signature: string): boolean {
  const expected = `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:`).update(body).digest('hex')}`;
  const isNear = Math.abs(Date.now() / 1_000 - Number(timestamp)) < 300;
  return (
    isNear && signature.length === expected.length && timingSafeEqual(Buffer.from(signature), Buffer.from(expected))
  );
}

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const { 'x-slack-request-timestamp': timestamp, 'x-slack-signature': signature } = request.headers;
    const isSlack = isSigned(Buffer.concat(chunks), String(timestamp), String(signature));
    response.writeHead(isSlack ? 200 : 401).end();
  });
});
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`${JSON.stringify({ msg: 'started', port: (server.address() as AddressInfo).port })}\n`);
});
