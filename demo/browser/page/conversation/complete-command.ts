import type { CommandHint } from '../../contract.ts';

/** Gives the commands that somebody may be about to type; none where they type something else. */
export function commandsFor(commands: readonly CommandHint[], draft: string): readonly CommandHint[] {
  const [word = '', ...rest] = draft.split(' ');
  if (!word.startsWith('/')) return [];
  return commands.filter(({ command }) => (rest.length > 0 ? command === word : command.startsWith(word)));
}

/** Gives the draft with its command in full, where it has only begun. */
export function completed(commands: readonly CommandHint[], draft: string): string | null {
  const [found] = commandsFor(commands, draft);
  return found === undefined || draft.startsWith(`${found.command} `) ? null : `${found.command} `;
}
