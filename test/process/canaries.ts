import assert from 'node:assert/strict';
import type { SampleCall } from '../../simulators/pbx/sample-calls/sample-call.ts';
import type { Person, SlackSimulator } from '../../simulators/slack/index.ts';

/** Words that occur nowhere else, one for each thing that must never reach the log, or the metrics. */
export const canaries = {
  signingSecret: 'canarysigningsecretwren',
  botToken: 'xoxb-canarybottokenfinch',
  appToken: 'xapp-canaryapptokenrobin',
  clientSecret: 'canaryclientsecretheron',
  accessToken: 'canaryaccesstokengoose',
  summary: 'canarysummarytextstork',
  name: 'canarynamekestrel',
  phone: '5550199377',
  extension: '7731994420',
  leg: '20260518235959-CAFE7',
  typed: 'canarytypedtextosprey',
  pbxBody: 'canarypbxbodyplover',
  pbxAddress: 'canarypbxaddresscurlew',
  slackBody: 'canaryslackbodypuffin',
  email: 'canaryemailwarbler@helpdesk.example',
  writtenEmail: 'canarywrittenemailswift@example.com',
  caller: 'canarycallerbittern',
  callerPhone: '5550188422',
  spoken: 'canaryspokenwordsskylark',
  searched: 'canarysearchedwordslapwing',
  contact: 'canarycontactlinedunlin',
  downloadBody: 'canarydownloadbodyavocet',
} as const;

/** A call whose summary, name and numbers are canaries. */
export const canaryCall: SampleCall = {
  cdrId: canaries.leg,
  extensionNumber: canaries.extension,
  shows: 'Words that must not reach the log.',
  answersBySide: 'documented',
  parties: [
    {
      side: 'dst',
      extensionNumber: canaries.extension,
      createdAt: 1778682824,
      name: canaries.name,
      summary: `<p>Key Points</p><ul><li>${canaries.summary}</li><li>Call ${canaries.phone} back, or write to ${canaries.writtenEmail}.</li></ul>`,
    },
  ],
};

/** The same call an hour ago, as a list of recent calls on a PBX that keeps UTC has it. */
export function recentCanaryCall(): SampleCall {
  const anHourAgo = new Date(Date.now() - 3_600_000).toISOString();
  const cdrId = `${anHourAgo.replace(/\D/g, '').slice(0, 14)}-CAFE7`;
  const spoken = { type: 'speak', source_number: canaries.callerPhone, content: canaries.spoken, timestamp: 0 };
  const call_from = `${canaries.caller}<${canaries.callerPhone}>`;
  return { ...canaryCall, cdrId, row: { call_from, ai_transcription: [spoken] } };
}

/** The extension of that call. */
export const canaryExtension = { id: 901, number: canaries.extension, name: canaries.name, email: canaries.email };

/** Everything that must not reach the log: the canaries, and whatever Slack names people and gives out to answer with. */
export function confidentialWords(
  { people }: Pick<SlackSimulator, 'people'>,
  payloads: readonly Record<string, unknown>[],
): readonly string[] {
  const secrets = payloads.flatMap(({ response_url, trigger_id }) => [response_url, trigger_id]).filter(Boolean);
  const parts = secrets.flatMap((secret) => String(secret).split(/[/.]/)).filter((part) => part.length >= 20);
  assert.ok(parts.length >= payloads.length);
  const everybody = Object.values<Person>(people).flatMap(({ name, realName, email }) => [
    name,
    realName,
    email ?? name,
  ]);
  return [...Object.values(canaries), ...parts, ...everybody];
}

/** Makes sure that none of these words has got into the log or the metrics, in whatever letters. */
export function noneIsSaid(said: string, words: readonly string[]): void {
  for (const word of words) assert.ok(!said.toLowerCase().includes(word.toLowerCase()), `${word} was said`);
}
