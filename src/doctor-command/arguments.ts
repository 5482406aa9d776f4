import { parseArgs } from 'node:util';

/** What the command line asks for. */
export type Wish =
  | { readonly kind: 'help' }
  | { readonly kind: 'pin' }
  | { readonly kind: 'examine'; readonly extensionNumber: string | null; readonly isJson: boolean }
  | { readonly kind: 'not_understood'; readonly problem: string };

export const usage = `Looks at an installation step by step, and says what to mend. May run beside the app. Changes nothing,
but that it signs in at the PBX once at most, where no token is stored, and that the attempt is counted.

  npm run doctor -- [--extension 3202] [--json]
  npm run doctor -- --pin

  --extension  the extension number to look up (otherwise the first there is)
  --json       one JSON object: {"checks":[{"id","state","found","todo"}],"ok"}
  --pin        prints the line for .env that pins the certificate the PBX presents now

Ends with 0 when nothing failed, 1 when something did.`;

const options = {
  extension: { type: 'string' },
  json: { type: 'boolean', default: false },
  pin: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

/** Reads the words after the command's name. */
export function wishOf(words: readonly string[]): Wish {
  try {
    const { values } = parseArgs({ args: [...words], options });
    if (values.help) return { kind: 'help' };
    return values.pin ? pinWishOf(words) : examineWishOf(values.extension, values.json);
  } catch {
    return { kind: 'not_understood', problem: 'These words are not understood.' };
  }
}

const pinWishOf = (words: readonly string[]): Wish =>
  words.length === 1 ? { kind: 'pin' } : { kind: 'not_understood', problem: '--pin stands alone.' };

function examineWishOf(extensionNumber: string | undefined, isJson: boolean): Wish {
  if (extensionNumber === undefined) return { kind: 'examine', extensionNumber: null, isJson };
  if (/^\d{1,20}$/.test(extensionNumber)) return { kind: 'examine', extensionNumber, isJson };
  return { kind: 'not_understood', problem: '--extension takes an extension number such as 3202.' };
}
