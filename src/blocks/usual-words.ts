/** What people are told to do next, in the same words everywhere. */
export const askAdministrator = 'Tell the person who looks after callsummary.';
export const tryAgain = 'Try again in a moment.';
export const tryAgainOrTell = `${tryAgain} If it stays like this, tell the person who looks after callsummary.`;
