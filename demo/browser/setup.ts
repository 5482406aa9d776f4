import { team } from '../../simulators/slack/app-identity.ts';
import { knownNames } from '../../simulators/slack/names.ts';
import { demoCalls } from '../calls.ts';
import { cast, type Role } from '../cast.ts';
import type { CallCard, PersonCard, Setup } from './contract.ts';
import { readManifest } from './manifest.ts';

/** What stays the same while the demo runs. */
export const setup = (): Setup => ({
  workspace: { name: team.name },
  people: cast.map(personCard),
  ...readManifest(),
  calls: demoCalls.map(({ cdrId, extensionNumber, shows }): CallCard => ({ cdrId, extensionNumber, shows })),
  names: knownNames,
});

const personCard = ({ name, person, may }: Role): PersonCard => ({
  role: name,
  id: person.id,
  name: person.realName,
  may,
  types: person.isStranger !== true,
});
