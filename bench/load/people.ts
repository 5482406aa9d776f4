/** Somebody who types commands: in Slack, and as the holder of one extension of the PBX. */
export interface BenchPerson {
  readonly id: string;
  readonly email: string;
  readonly extensionNumber: string;
  readonly extensionId: number;
}

const firstNumber = 1_000;
const firstId = 17;

/** So many that nobody waits for more than the five answers one person may wait for. */
export const people: readonly BenchPerson[] = Array.from({ length: 200 }, (_, index) => ({
  id: `U0BENCH${String(index).padStart(4, '0')}`,
  email: `person-${index}@helpdesk.example`,
  extensionNumber: String(firstNumber + index),
  extensionId: firstId + index,
}));

export const personNumbered = (count: number): BenchPerson => {
  const person = people[count % people.length];
  if (person === undefined) throw new Error('there is nobody');
  return person;
};

/** Who holds an extension, by the id the PBX asks for. */
export const holderOf = (extensionId: number): BenchPerson | undefined => people[extensionId - firstId];
