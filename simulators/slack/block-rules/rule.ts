import { isObject } from '../json.ts';

/** Something Slack would refuse, in its words, and where: a JSON pointer. */
export interface Problem {
  readonly message: string;
  readonly pointer: string;
}

/** Takes a value and where it stands; gives what is wrong with it, which is usually nothing. */
export type Rule = (value: unknown, pointer: string) => readonly Problem[];

/** The shortest and longest something may be. */
export interface Bounds {
  readonly min?: number;
  readonly max?: number;
}

/** Anything goes. */
export const anything: Rule = () => [];

/** True or false. */
export const flag: Rule = (value, pointer) =>
  typeof value === 'boolean' ? [] : [{ message: 'must provide a boolean', pointer }];

/** Text, not empty unless `min` is 0, of at most `max` characters. */
export function text({ min = 1, max = Number.POSITIVE_INFINITY }: Bounds = {}): Rule {
  return (value, pointer) => {
    if (typeof value !== 'string') return [{ message: 'must provide a string', pointer }];
    if (value.length < min) return [{ message: `must be more than ${min - 1} characters`, pointer }];
    return value.length > max ? [{ message: `must be less than ${max + 1} characters`, pointer }] : [];
  };
}

/** A whole number between two others, both included. */
export function whole(min: number, max = Number.MAX_SAFE_INTEGER): Rule {
  return (value, pointer) => {
    if (!Number.isInteger(value)) return [{ message: 'must provide an integer', pointer }];
    if (Number(value) < min) return [{ message: `must be greater than ${min - 1}`, pointer }];
    return Number(value) > max ? [{ message: `must be less than ${max + 1}`, pointer }] : [];
  };
}

/** One of a few words or numbers. */
export function choice(...allowed: readonly unknown[]): Rule {
  return (value, pointer) => (allowed.includes(value) ? [] : [{ message: 'must be a valid enum value', pointer }]);
}

/** An array whose items all follow one rule; at least one of them unless `min` is 0. */
export function list(item: Rule, { min = 1, max = Number.POSITIVE_INFINITY }: Bounds = {}): Rule {
  return (value, pointer) => {
    if (!Array.isArray(value)) return [{ message: 'must provide an array', pointer }];
    if (value.length < min) return [{ message: `must provide at least ${min} items`, pointer }];
    if (value.length > max) return [{ message: `no more than ${max} items allowed`, pointer }];
    return value.flatMap((each, index) => item(each, `${pointer}/${index}`));
  };
}

/** An object with these fields and no others. The names in `required` have to be there. */
export function object(fields: Readonly<Record<string, Rule>>, required: readonly string[]): Rule {
  return (value, pointer) => {
    if (!isObject(value)) return [{ message: 'must provide an object', pointer }];
    const missing = required.filter((name) => value[name] === undefined);
    return [
      ...missing.map((name) => ({ message: `missing required field: ${name}`, pointer })),
      ...Object.entries(value).flatMap(([name, field]) => {
        if (field === undefined) return [];
        const rule = Object.hasOwn(fields, name) ? fields[name] : undefined;
        return rule
          ? rule(field, `${pointer}/${name}`)
          : [{ message: `invalid additional property: ${name}`, pointer }];
      }),
    ];
  };
}

/** An object whose `type` says which rule it follows; other types are refused. */
export function byType(rules: Readonly<Record<string, Rule>>): Rule {
  return (value, pointer) => {
    if (!isObject(value)) return [{ message: 'must provide an object', pointer }];
    const type = String(value.type);
    if (value.type === undefined) return [{ message: 'missing required field: type', pointer }];
    const rule = Object.hasOwn(rules, type) ? rules[type] : undefined;
    return rule ? rule(value, pointer) : [{ message: `unsupported type: ${type}`, pointer: `${pointer}/type` }];
  };
}

/** Several rules at once. */
export function all(...rules: readonly Rule[]): Rule {
  return (value, pointer) => rules.flatMap((rule) => rule(value, pointer));
}

/** A rule about the object as a whole: gives a problem when `isWrong` says so. */
export function unless(isWrong: (value: Record<string, unknown>) => boolean, message: string): Rule {
  return (value, pointer) => (isObject(value) && isWrong(value) ? [{ message, pointer }] : []);
}
