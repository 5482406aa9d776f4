import { paragraph } from './kit.ts';
import type { Message } from './message.ts';

const said = 'I have deleted the call summary here. Whoever has read it has read it.';

/** Said to whoever took a summary back, where it stood. */
export const retractedMessage = (): Message => ({ text: said, blocks: [paragraph(said)] });
