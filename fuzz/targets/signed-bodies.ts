import { parse } from 'node:querystring';
import { signedRequests } from '../mutate/signed-requests.ts';
import { holdPatienceOfBolt } from '../office/hurried.ts';
import { type Office, openOffice } from '../office/office.ts';
import { openPost, type Post } from '../office/post.ts';
import { judgeAnswer, judgeEffects, judgeLine, judgeStatus } from '../office/verdicts.ts';
import { Found, type OpenTarget, type Target } from '../target.ts';

/** Bodies that Slack has signed, over real HTTP, through the gate, Bolt and the app, to what is shown in the end. */
export const signedBodies: Target = {
  name: 'signed-bodies',
  weight: 4,
  runsAtOnce: 400,
  inputs: signedRequests,
  open: openSigned,
};

async function openSigned(): Promise<OpenTarget> {
  const patience = holdPatienceOfBolt();
  const office = await openOffice(patience.end);
  const post = openPost(office.port, office.slack.signingSecret);
  return {
    try: (input) => trySigned(input, office, post),
    async [Symbol.asyncDispose]() {
      post[Symbol.dispose]();
      try {
        await stillWorks(office);
      } finally {
        await office[Symbol.asyncDispose]();
        patience[Symbol.dispose]();
      }
    },
  };
}

/** Slack gives up on a request after this. Milliseconds. */
const slackWaitsMs = 3_000;
let sent = 0;

async function trySigned(input: string, office: Office, post: Post): Promise<number> {
  const [head = '', ...rest] = input.split('\n');
  const [origin = '', mediaType = ''] = head.split(' ');
  const body = Buffer.from(anew(rest.join('\n'), office), 'latin1');
  const before = { calls: office.slack.calls.length, responses: office.slack.responses.length };
  office.forgetLines();
  const start = performance.now();
  const answer = await post.send(mediaType, body);
  const took = performance.now() - start;
  if (answer.status === 0) throw new Found('got no answer');
  if (took > slackWaitsMs) throw new Found(`answered after ${Math.round(took)} ms`);
  judgeStatus(origin, answer.status);
  await judgeLineOf(origin, answer.status, body.toString(), office);
  judgeAnswer(origin, answer.body);
  judgeEffects(origin, office.slack, before);
  return took / Math.max(1, body.length / 65_536);
}

/** Each request is another one for Slack: what was done already is not done again. */
function anew(body: string, { slack }: Office): string {
  sent += 1;
  const url = `${slack.origin}/commands/none/of/ours`;
  return body.replaceAll('%23url', encodeURIComponent(url)).replaceAll('1.2.3', `${sent}.2.3`);
}

/** Slack asks so whether our certificate is good; that is no request, and leaves no line. */
const isSslCheck = (body: string) => parse(body).ssl_check === '1';

async function judgeLineOf(origin: string, status: number, body: string, office: Office): Promise<void> {
  if (status !== 200 || isSslCheck(body)) return;
  const line = await office.nextLine(slackWaitsMs);
  if (line === null) throw new Found('was taken, and nothing came of it');
  judgeLine(origin, line);
}

/** The process lives, and a good command is answered. */
async function stillWorks({ slack }: Office): Promise<void> {
  const { agent } = slack.people;
  const { support } = slack.channels;
  const seen = slack.seenBy(agent, support).length;
  const { status } = await slack.types(agent, support, '/callsummary help');
  if (status !== 200) throw new Found(`a good command was answered ${status}`);
  await slack.until(() => slack.seenBy(agent, support).length > seen || undefined);
}
