/** What is masked when a summary is shared. A long number is one that is too long for a phone and no card's. */
export type MaskedKind = 'phone_number' | 'email_address' | 'card_number' | 'long_number';

/** How often each kind was masked. */
export type MaskedCounts = Readonly<Record<MaskedKind, number>>;

/** A stretch of a text that gives away a number or an address, from `start` up to but not including `end`. */
export interface Finding {
  readonly kind: MaskedKind;
  readonly start: number;
  readonly end: number;
}

/** What readers see instead. Nothing in these words is ever found again. */
export const masks: Readonly<Record<MaskedKind, string>> = {
  phone_number: '[phone number]',
  email_address: '[e-mail address]',
  card_number: '[card number]',
  long_number: '[long number]',
};

/** How many masks there are of each kind. */
export function countsOf(masked: readonly MaskedKind[]): MaskedCounts {
  const counts = { phone_number: 0, email_address: 0, card_number: 0, long_number: 0 };
  for (const kind of masked) counts[kind] += 1;
  return counts;
}

/** The text with blanks where something was found, so that it is not found twice. Each character stays at its place. */
export function withBlanks(text: string, findings: readonly Finding[]): string {
  let end = 0;
  const pieces = findings.map((finding) => {
    const kept = text.slice(end, finding.start);
    end = finding.end;
    return kept + '\0'.repeat(finding.end - finding.start);
  });
  return [...pieces, text.slice(end)].join('');
}
