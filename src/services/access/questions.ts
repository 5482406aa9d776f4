import { callDayOf } from './call-day.ts';
import type { AccessQuestion } from './decision.ts';
import { extensionFactsOf, type PersonFacts } from './person-facts.ts';
import type { CallInQuestion } from './records.ts';

/** What is asked about one call, as far as it lies in the person and the call. */
export const questionOf = (
  { extensionNumber, cdrId }: CallInQuestion,
  facts: PersonFacts,
): Pick<AccessQuestion, 'person' | 'membership' | 'extension' | 'callDay'> => ({
  person: facts.person,
  membership: facts.membership,
  extension: extensionFactsOf(extensionNumber, facts),
  callDay: cdrId === null ? null : callDayOf(cdrId),
});
