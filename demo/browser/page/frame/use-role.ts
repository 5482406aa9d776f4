import { useState } from 'react';
import type { PersonCard } from '../../contract.ts';

/** Who one is. The address says so too, so that two tabs can be two people. */
export function useRole(people: readonly PersonCard[]): readonly [PersonCard, (role: string) => void] {
  const [role, setRole] = useState(location.hash.slice(1));
  const me = people.find((person) => person.role === role) ?? people[0];
  if (me === undefined) throw new Error('There is nobody to be.');
  const become = (next: string) => {
    history.replaceState(null, '', `#${next}`);
    setRole(next);
  };
  return [me, become];
}
