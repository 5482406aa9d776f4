import type { SampleCall } from '../../simulators/pbx/sample-calls/sample-call.ts';

/** Words that occur nowhere else, one for each thing that must never reach the log. */
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
      summary: `<p>Key Points</p><ul><li>${canaries.summary}</li><li>Call ${canaries.phone} back.</li></ul>`,
    },
  ],
};

/** The extension of that call. */
export const canaryExtension = { id: 901, number: canaries.extension, name: canaries.name, email: '' };
