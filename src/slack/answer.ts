import type { Message } from '../blocks/message.ts';
import type { ErrorCode } from '../errors.ts';

/** Where one person is looking, and so where whatever we have to tell them goes. */
export interface Answer {
  /** Shows a message to this person alone; `problem` is the code of the error it is about. */
  send(message: Message, problem?: ErrorCode): Promise<void>;
}
