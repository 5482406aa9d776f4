import { personNumbered } from '../load/people.ts';
import type { Figure, Goal, Part } from '../report/figure.ts';
import { type Economy, economyOfApp, economyOfRush, economyOfScript } from './situations.ts';

/** What the PBX has to do for a thousand commands, against a plain script that does everything anew each time. */
export const part: Part = {
  name: 'pbx-economy',
  says: 'what a thousand commands cost the PBX',
  async run({ quick }) {
    const commands = quick ? 200 : 1_000;
    const one = await economyOfApp('one extension', commands, personNumbered(0));
    const many = await economyOfApp('own extension each', commands);
    const rush = await economyOfRush(commands);
    const scripts = [
      await economyOfScript(commands, 'keeps token'),
      await economyOfScript(commands, 'gives token back'),
    ];
    const figures = [...one, ...many, rush, ...scripts].flatMap(figuresOf);
    return {
      part: 'pbx-economy',
      tables: [
        {
          title: `What ${commands} commands cost the PBX`,
          note,
          command: 'npm run bench -- pbx-economy',
          figures,
        },
      ],
      goals: [...one, ...many]
        .filter(({ what }) => what.endsWith('warm'))
        .map(warmGoal)
        .concat(loginGoal([...one, ...many], rush)),
      plots: [],
    };
  },
};

const note =
  'The simulated PBX keeps the vendor’s rules: a connection for each request, at most eight tokens at a time, which is where the ' +
  'plain script that keeps its tokens ends. Two hundred extensions; each command asks about another call. The e-mail ' +
  'addresses of the extensions are read once in five minutes, and an extension number is looked up once in an hour.';

const figuresOf = ({ what, who, ...economy }: Economy): readonly Figure[] =>
  (['requests', 'connections', 'logins', 'answered'] as const).map((counted) => ({
    what: `${what}: ${counted}`,
    who,
    value: economy[counted],
    unit: '',
  }));

const mostRequests = 1.01;

function warmGoal({ what, commands, requests, logins }: Economy): Goal {
  const each = requests / commands;
  return {
    says: `${what}: no login, and at most ${mostRequests} PBX requests per command`,
    seen: `${logins} logins, ${each.toFixed(3)} requests per command`,
    reached: logins === 0 && each <= mostRequests,
  };
}

function loginGoal(all: readonly Economy[], rush: Economy): Goal {
  const cold = [...all, rush].filter(({ what }) => what.endsWith('cold'));
  const restarted = all.filter(({ what }) => what.endsWith('restart'));
  const count = (economies: readonly Economy[]) => economies.map(({ logins }) => logins).join(', ');
  return {
    says: 'One login after the first start, also for everybody in the same moment, and none after a restart',
    seen: `${count(cold)} after first starts, ${count(restarted)} after restarts`,
    reached: cold.every(({ logins }) => logins === 1) && restarted.every(({ logins }) => logins === 0),
  };
}
