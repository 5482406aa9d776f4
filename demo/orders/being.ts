import { cast, type Role } from '../cast.ts';
import { screenOf } from '../screen.ts';
import type { Order } from './order.ts';

const lineOf = ({ name, person, may }: Role) => `${name.padEnd(10)}${person.realName.padEnd(14)}${may}`;

/** Who one is, and who else one can be. */
export const beingOrders: readonly Order[] = [
  {
    name: 'as',
    usage: 'as lead',
    does: `makes you somebody else: ${cast.map(({ name }) => name).join(', ')}`,
    run(session, words) {
      const role = cast.find(({ name }) => name === words);
      if (role === undefined) throw new Error(`There is nobody called “${words}” here. "people" lists them.`);
      session.role = role;
      const screen = screenOf(session);
      const drawn = screen === null ? [] : ['', screen.draw(session.colour)];
      return [`${role.person.realName} ${role.may}.`, ...drawn].join('\n');
    },
  },
  {
    name: 'people',
    usage: 'people',
    does: 'lists them, and what they may do',
    run: () => cast.map(lineOf).join('\n'),
  },
];
