import { paragraph } from './kit.ts';
import type { Message } from './message.ts';

const sentence = 'Still fetching the summary from the phone system. It will appear here.';

/** Said once when an answer takes longer than people expect; the answer takes its place. */
export const stillFetchingMessage = (): Message => ({ text: sentence, blocks: [paragraph(sentence)] });

const restarting = 'I am just restarting. Try again in a moment.';

/** Said while the app is about to stop and takes no new work. */
export const restartingMessage = (): Message => ({ text: restarting, blocks: [paragraph(restarting)] });
