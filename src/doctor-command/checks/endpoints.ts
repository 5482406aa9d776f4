import { errcodes, isErrcode } from '../../services/yeastar/errcodes.ts';
import type { Check } from '../check.ts';
import { firstExtension } from '../pbx/first-extension.ts';
import type { PbxVisit } from '../pbx/pbx-visit.ts';
import { troubleWith } from '../pbx/trouble.ts';
import { ok, type Verdict } from '../verdict.ts';

/** Asks something harmless; that nothing is found is a good answer. */
type Question = (pbx: PbxVisit, now: Date) => Promise<unknown>;

const impossibleLeg = '00000000000000-00000';
const minuteMs = 60_000;

const questions: Readonly<Record<string, Question>> = {
  'system/information': (pbx) => pbx.information(),
  'extension/list': (pbx) => pbx.extensionList(),
  'extension/search': (pbx) =>
    pbx.ask('/openapi/v1.0/extension/search', {
      page: '1',
      page_size: '1',
      sort_by: 'number',
      order_by: 'asc',
      search_value: '1000',
    }),
  'cdr/getaisummary': async (pbx) => {
    const { id } = firstExtension(await pbx.extensionList().catch(() => null)) ?? { id: 1 };
    return await pbx.ask('/openapi/v2.0/cdr/getaisummary', { cdr_id: impossibleLeg, dst_ext_id: `${id}` });
  },
  'cdr/aidownload': async (pbx, now) => {
    const clock = await pbx.clock();
    const query = { start_time: clock.write(new Date(now.getTime() - minuteMs)), end_time: clock.write(now) };
    return await pbx.ask('/openapi/v2.0/cdr/aidownload', query);
  },
};

/** The times of this question are written as the PBX writes its own, so it would fail with the faults of that one. */
const restsOn: Readonly<Record<string, readonly string[]>> = { 'cdr/aidownload': ['endpoint:system/information'] };

/** Each endpoint the app uses, asked once. */
export const endpoints: readonly Check[] = Object.entries(questions).map(([name, question]) => ({
  id: `endpoint:${name}`,
  what: `PBX ${name}`,
  needs: ['sign-in', ...(restsOn[name] ?? [])],
  look: async (patient) => await verdictOn(question(patient.installation().pbx, patient.now())),
}));

// No page says what the PBX answers about a leg that cannot be: "parameter error" would be about the leg.
const goodNoes = [
  errcodes.dataNotFound,
  errcodes.processing,
  errcodes.parameterError,
  errcodes.parameterSyntaxError,
] as const;

async function verdictOn(answer: Promise<unknown>): Promise<Verdict> {
  try {
    await answer;
    return ok('answers.');
  } catch (thrown) {
    return isErrcode(thrown, ...goodNoes) ? ok('answers, with nothing.') : troubleWith(thrown);
  }
}
