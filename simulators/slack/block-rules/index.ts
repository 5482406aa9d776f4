import type { Problem } from './rule.ts';

export { blockTextIn, mostBlockText, problemsInMessage } from './message.ts';
export { largestView, problemsInModal } from './modal.ts';
export type { Problem } from './rule.ts';
export { problemsInSuggestions } from './suggestions.ts';

/** Takes problems; gives the sentences Slack puts into `errors`, each with a JSON pointer. */
export function inWords(problems: readonly Problem[]): readonly string[] {
  return problems.map(({ message, pointer }) => `${message} [json-pointer:${pointer}]`);
}
