import type { Check } from '../check.ts';
import { ok, warning } from '../verdict.ts';

/** From here on the vendor's pages and public code agree that API v2.0 is whole; before it differs by edition. */
const expected = [23, 0, 123];
const expectedWords = `X.${expected.join('.')} or later`;

/** Whether the firmware is one that is known to have AI summaries behind API v2.0. */
export const firmware: Check = {
  id: 'firmware',
  what: 'PBX firmware',
  needs: ['sign-in'],
  async look(patient) {
    const version = patient.installation().pbx.knownInformation()?.firmware ?? '';
    const parts = partsOf(version);
    if (parts === null) return warning('the PBX does not say which one it has.', `Expected is ${expectedWords}.`);
    return isEnough(parts)
      ? ok(`${version}.`)
      : warning(`${version}; expected is ${expectedWords}.`, 'Update the PBX where summaries are missing.');
  },
};

/** The numbers after the edition's: 83.23.0.123 is 23, 0, 123. */
function partsOf(version: string): readonly number[] | null {
  const [, ...parts] = /^\d+\.(\d+)\.(\d+)\.(\d+)/.exec(version) ?? [];
  return parts.length === expected.length ? parts.map(Number) : null;
}

function isEnough(parts: readonly number[]): boolean {
  const differs = expected.findIndex((number, index) => number !== parts[index]);
  return differs === -1 || (parts[differs] ?? 0) > (expected[differs] ?? 0);
}
