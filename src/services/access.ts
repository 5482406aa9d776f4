import { CallSummaryError } from '../errors.ts';
import type { ExtensionNumber } from './call-summary.ts';

/** Whoever asks to read a summary, as the chat's signed payload names them. */
export interface Reader {
  readonly id: string;
}

/** Who may read which extension's summaries. Whoever no rule allows is refused. */
export interface Access {
  /** @throws {CallSummaryError} `not_allowed` */
  assertMayRead(reader: Reader, extensionNumber: ExtensionNumber): Promise<void>;
}

/** A reason to let somebody read; the first that says yes decides. */
type AllowRule = (reader: Reader, extensionNumber: ExtensionNumber) => Promise<boolean>;

/** The rules of this installation: the administrators may read every extension. */
export function createAccess(admins: ReadonlySet<string>): Access {
  const rules: readonly AllowRule[] = [async ({ id }) => admins.has(id)];
  return {
    async assertMayRead(reader, extensionNumber) {
      for (const allows of rules) if (await allows(reader, extensionNumber)) return;
      throw new CallSummaryError('not_allowed', { readerId: reader.id });
    },
  };
}
