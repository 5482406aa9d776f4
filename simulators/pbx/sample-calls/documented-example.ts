import type { SampleCall } from './sample-call.ts';

/** The example of the vendor's get-ai-call-summary page, value for value. */
export const documentedExample: SampleCall = {
  cdrId: '20260513223234-3EE9E',
  extensionNumber: '3202',
  shows: 'The call of the vendor’s own example: answered under "dst" whichever side is asked.',
  row: { call_from: 'Kristin Hale<2025550143>', call_to: 'Leo Ball<3202>', call_duration: 214 },
  answersBySide: 'documented',
  parties: [
    {
      side: 'dst',
      extensionNumber: '3202',
      id: 53,
      createdAt: 1778682824,
      summary:
        '<p>Call Summary</p>\n<ul>\n<li>Kristin Hale was transferred to a human agent regarding a login issue.</li>\n' +
        '<li>She reported that 60% of users cannot log in and keep seeing an error message.</li>\n' +
        '<li>The human agent offered to check server logs and escalate to the engineering team.</li>\n</ul>\n' +
        '<p>Key Points</p>\n<ul>\n<li>60% of users are affected by the login issue.</li>\n' +
        '<li>The page refreshes after password entry with no error code.</li>\n' +
        '<li>The human agent escalated the issue to the engineering team.</li>\n</ul>\n' +
        '<p>Follow-Up Actions</p>\n<ul>\n<li>Check server logs for login failure records.</li>\n' +
        '<li>Investigate the login loop issue.</li>\n' +
        '<li>Provide Kristin Hale with an estimated resolution time.</li>\n</ul>\n',
    },
  ],
};
