import { type Right, right } from './right.ts';
import { rightsByAddress } from './rights-by-address.ts';
import { rightsByGroup } from './rights-by-group.ts';
import { rightsByTie } from './rights-by-tie.ts';
import { rightsUntold } from './rights-untold.ts';

/** Every state of the rules, the phone system and the groups that the matrix knows. */
export const rights: readonly Right[] = [
  right('no rule at all', 'no_rule'),
  ...rightsByAddress,
  ...rightsByTie,
  ...rightsByGroup,
  ...rightsUntold,
];
