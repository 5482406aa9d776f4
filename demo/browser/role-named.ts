import { cast, type Role } from '../cast.ts';
import { Refusal } from './http/refusal.ts';

/** Whom a request is from. @throws {Refusal} where there is nobody of that name */
export function roleNamed(name: string | null): Role {
  const role = cast.find((one) => one.name === name);
  if (role !== undefined) return role;
  throw new Refusal(
    400,
    `There is nobody called “${name ?? ''}” here, only ${cast.map((one) => one.name).join(', ')}.`,
  );
}
