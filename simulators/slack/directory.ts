import { team } from './app-identity.ts';
import type { Changes } from './changes.ts';
import { type Person, people } from './people.ts';
import { groups, type UserGroup } from './user-groups.ts';

/** Who everybody is at the moment, and who is in which user group. */
export interface Directory {
  person(id: string): Person | undefined;
  /** The active member of this workspace with that e-mail address, in whatever letters. */
  personWithEmail(email: string): Person | undefined;
  everybody(): readonly Person[];
  group(id: string): UserGroup | undefined;
  everyGroup(): readonly UserGroup[];
  replacePerson(changed: Person): Person;
  replaceGroup(changed: UserGroup): UserGroup;
}

/** Takes the bell; gives the directory of the workspace as it is before anything was changed. */
export function createDirectory(changes: Changes): Directory {
  const persons = byId<Person>(Object.values(people));
  const userGroups = byId<UserGroup>(Object.values(groups));
  const everybody = () => [...persons.values()];
  const replacing = <T extends { readonly id: string }>(all: Map<string, T>) => {
    return (changed: T): T => {
      all.set(changed.id, changed);
      changes.happened();
      return changed;
    };
  };
  return {
    person: (id) => persons.get(id),
    personWithEmail: (email) => everybody().find((person) => isActiveWith(person, email)),
    everybody,
    group: (id) => userGroups.get(id),
    everyGroup: () => [...userGroups.values()],
    replacePerson: replacing(persons),
    replaceGroup: replacing(userGroups),
  };
}

function byId<T extends { readonly id: string }>(all: readonly T[]): Map<string, T> {
  return new Map(all.map((one) => [one.id, one]));
}

function isActiveWith(person: Person, email: string): boolean {
  return person.email?.toLowerCase() === email.toLowerCase() && !person.isDeactivated && person.teamId === team.id;
}
