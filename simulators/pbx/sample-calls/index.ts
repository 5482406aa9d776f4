import { documentedExample } from './documented-example.ts';
import { hostileCall } from './hostile-call.ts';
import { callsInOtherLanguages } from './languages.ts';
import { longCall } from './long-call.ts';
import { callsWithoutSummary } from './no-summary.ts';
import { callsWithOddFields } from './odd-fields.ts';
import type { SampleCall } from './sample-call.ts';
import { callsBySide } from './sides.ts';
import { callsOfOtherStructure } from './structures.ts';
import { transferredCall } from './transferred-call.ts';

/** Every sample call. To add one, write it in a file of this folder and name it here. */
export const allCalls: readonly SampleCall[] = [
  documentedExample,
  ...callsInOtherLanguages,
  longCall,
  ...callsOfOtherStructure,
  ...transferredCall,
  hostileCall,
  ...callsBySide,
  ...callsWithOddFields,
  ...callsWithoutSummary,
];

/** What a person needs to ask for a sample call, and what they will see. */
export type SampleCallLine = Pick<SampleCall, 'cdrId' | 'uid' | 'extensionNumber' | 'shows'>;

/** The calls as lines for a list. */
export function listSampleCalls(calls: readonly SampleCall[]): SampleCallLine[] {
  return calls.map(({ cdrId, uid, extensionNumber, shows }) => ({
    cdrId,
    ...(uid === undefined ? {} : { uid }),
    extensionNumber,
    shows,
  }));
}

/** The sample calls of a PBX started without others: leg, extension number, and what it shows in one sentence. */
export const sampleCalls: readonly SampleCallLine[] = listSampleCalls(allCalls);
