import { parseExtensionNumber, parseLegId } from '../services/call-reference/ids.ts';
import type { CallReference } from '../services/call-summary.ts';

// There is one PBX today; its key travels along so that buttons in old messages stay readable when there are several.
const onlyPbx = 'main';

/** A call reference as the `value` of a button: ids only, since people can see what a button carries. */
export function encodeReference({ cdrId, extensionNumber }: CallReference): string {
  return JSON.stringify({ pbx: onlyPbx, cdrId, extensionNumber });
}

/** Reads the `value` of a button; null for anything that is not exactly what `encodeReference` writes. */
export function decodeReference(value: string): CallReference | null {
  const fields = parseFields(value);
  if (fields === null || fields.pbx !== onlyPbx) return null;
  const cdrId = typeof fields.cdrId === 'string' ? parseLegId(fields.cdrId) : null;
  const extensionNumber =
    typeof fields.extensionNumber === 'string' ? parseExtensionNumber(fields.extensionNumber) : null;
  if (cdrId === null || extensionNumber === null) return null;
  const reference = { cdrId, extensionNumber };
  return encodeReference(reference) === value ? reference : null;
}

/** The same for a button that carries nothing else. @throws an Error when it is not one of ours */
export function referenceOfButton({ value = '' }: { readonly value?: string }): CallReference {
  const reference = decodeReference(value);
  if (reference === null) throw new Error('a button of ours without a reference');
  return reference;
}

interface Fields {
  readonly pbx?: unknown;
  readonly cdrId?: unknown;
  readonly extensionNumber?: unknown;
}

function parseFields(value: string): Fields | null {
  try {
    const parsed: unknown = JSON.parse(value);
    return typeof parsed === 'object' ? parsed : null;
  } catch {
    return null;
  }
}
