import type { ExtensionNumber } from '../call-summary.ts';
import type { RecordedCall } from '../phone-system.ts';
import { cleanLine } from '../summary-html/clean-text.ts';
import { defang } from '../summary-html/defang.ts';

/** Whom the phone system names as one side of a call; either may be empty. */
export interface Party {
  readonly name: string;
  readonly number: string;
}

// Read before cleaning, shown after it: a name of any length costs the same, and the cut is where nobody looks.
const longestRead = 400;
// Characters, of what is shown.
const longestName = 70;
const longestNumber = 40;

// Yeastar writes a side of a call as `Kristin Hale<+12025550143>`, a name alone or a number alone.
const nameAndNumber = /^(.*?)<([^<>]*)>$/;

/** The side of a call that an extension does not have: the one it talked to. Clean, harmless and short. */
export function otherParty({ direction, from, to }: RecordedCall, extensionNumber: ExtensionNumber): Party {
  const [caller, called] = [partyOf(from), partyOf(to)];
  const hasCalled = isExtension(caller, extensionNumber);
  if (hasCalled !== isExtension(called, extensionNumber)) return hasCalled ? called : caller;
  return direction === 'outbound' || direction === 'internal' ? called : caller;
}

/** A party in a few words: `Kristin Hale (+12025550143)`. */
export function partyWords({ name, number }: Party): string {
  if (name === '') return number;
  return number === '' || number === name ? name : `${name} (${number})`;
}

function partyOf(text: string): Party {
  const line = cleanLine(text.slice(0, longestRead));
  const [, name = '', number = ''] = nameAndNumber.exec(line) ?? [undefined, line, ''];
  return { name: harmless(name, longestName), number: harmless(number, longestNumber) };
}

function harmless(text: string, longest: number): string {
  const words = defang(text).trim();
  return words.length <= longest ? words : `${cleanLine(words.slice(0, longest - 1))}…`;
}

const isExtension = ({ name, number }: Party, extensionNumber: ExtensionNumber) =>
  (number === '' ? name : number) === extensionNumber;
