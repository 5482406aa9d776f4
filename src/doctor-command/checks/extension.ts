import { isCallSummaryError } from '../../errors.ts';
import { parseExtensionNumber } from '../../services/call-reference/ids.ts';
import type { Check } from '../check.ts';
import { firstExtension } from '../pbx/first-extension.ts';
import type { PbxVisit } from '../pbx/pbx-visit.ts';
import { troubleWith } from '../pbx/trouble.ts';
import { failed, ok, type Verdict, warning } from '../verdict.ts';

/** Whether the id of an extension is found by the number people dial. */
export const extension: Check = {
  id: 'extension',
  what: 'PBX extension',
  needs: ['endpoint:extension/list', 'endpoint:extension/search'],
  async look(patient) {
    const { pbx } = patient.installation();
    try {
      const wanted = patient.extensionNumber ?? firstExtension(await pbx.extensionList())?.number ?? null;
      return wanted === null ? nobody : await find(pbx, wanted);
    } catch (thrown) {
      return troubleWith(thrown);
    }
  },
};

const nobody = warning('the PBX lists no extensions.', 'Create some, or let the API client see them.');

async function find(pbx: PbxVisit, wanted: string): Promise<Verdict> {
  const number = parseExtensionNumber(wanted);
  if (number === null) return warning('the first one has a number that nobody can type.', 'Use -- --extension 3202.');
  try {
    const { id } = await pbx.find(number);
    return ok(`number ${number} has the id ${id}.`);
  } catch (thrown) {
    if (isCallSummaryError(thrown, 'extension_not_found'))
      return failed(`the PBX knows no extension ${number}.`, 'Compare it with PBX web portal > Extension and Trunk.');
    throw thrown;
  }
}
