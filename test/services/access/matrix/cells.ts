import type { AccessRules } from '../../../../src/services/access/access-rules.ts';
import type { AccessQuestion, AllowRule, Decision, DenyRule, Phase } from '../../../../src/services/access/decision.ts';
import { type Actor, actors } from './actors.ts';
import { closedChannel, type Place, places } from './places.ts';
import { type ByPhase, number, type Right } from './right.ts';
import { rights } from './rights.ts';

/** One square of the matrix, with the answer read off the tables. */
export interface Cell {
  readonly name: string;
  readonly actor: Actor;
  readonly right: Right;
  readonly place: Place;
  readonly phase: Phase;
  readonly rules: AccessRules;
  readonly expected: Decision;
}

const phases: readonly Phase[] = ['before_lookup', 'after_answer', 'before_post'];
const allowing = new Set<string>(['tie', 'own_extension', 'lead', 'admin'] satisfies AllowRule[]);

/** Rules that give nobody anything. */
export const noRules: AccessRules = {
  version: 'matrix',
  contact: null,
  matchesEmail: true,
  admins: new Set(),
  ties: [],
  leads: [],
  closedChannels: new Set(),
  redactedChannels: new Set(),
  allowsExternal: false,
};

function cellOf(actor: Actor, right: Right, place: Place, phase: Phase, allowsExternal: boolean): Cell {
  return {
    name: `${actor.name}; ${right.name}; ${place.name}; ${phase}; external ${allowsExternal ? 'allowed' : 'forbidden'}`,
    actor,
    right,
    place,
    phase,
    rules: { ...noRules, ...right.rules, allowsExternal, closedChannels: new Set([closedChannel]) },
    expected: expectedOf(actor, right, place.refused[allowsExternal ? 'externalAllowed' : 'externalForbidden'], phase),
  };
}

/** Three tables laid over each other: the person's, the right's, the place's. */
function expectedOf(actor: Actor, { expected }: Right, inTheWay: DenyRule | null, phase: Phase): Decision {
  const byPhase = isByEmail(expected) ? expected[actor.email] : expected;
  const given = typeof byPhase === 'string' ? byPhase : byPhase[phases.indexOf(phase)];
  const refused = actor.refused ?? (allowing.has(String(given)) ? inTheWay : null);
  const rule = refused ?? given;
  return { allowed: allowing.has(String(rule)), rule } as Decision;
}

const isByEmail = (expected: Right['expected']): expected is Extract<Right['expected'], { good: ByPhase }> =>
  typeof expected === 'object' && 'good' in expected;

/** The cell as the policy is asked. */
export const questionOf = ({ actor, right, place, phase, rules }: Cell): AccessQuestion => ({
  phase,
  person: actor.person,
  membership: right.membership,
  extension: { number, ...right.extension },
  callDay: right.callDay,
  target: place.target,
  rules,
});

/** Every actor with every right in every place at every moment, with and without `allow_external`. */
export const cells: readonly Cell[] = [false, true].flatMap((allowsExternal) =>
  actors.flatMap((actor) =>
    rights.flatMap((right) =>
      places.flatMap((place) => phases.map((phase) => cellOf(actor, right, place, phase, allowsExternal))),
    ),
  ),
);
