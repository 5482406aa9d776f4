import type { CallSummary } from '../../services/call-summary.ts';
import { redact } from '../../services/redaction/redact.ts';
import { maskedWords } from '../masked-words.ts';
import type { ShareView } from './share-modal.ts';

/** The summary as it would stand in a conversation: masked, if that was chosen. */
export const asShared = (summary: CallSummary, isMasked: boolean): CallSummary =>
  isMasked ? redact(summary).summary : summary;

/** The view with what would be read there. From now on it is about this summary. */
export function withPreview(view: ShareView, summary: CallSummary, sharedBy: string): ShareView {
  const wish = { ...view.wish, fingerprint: summary.fingerprint };
  if (view.choice.isMasked !== true) return { ...view, wish, preview: { summary, sharedBy, masked: null } };
  const redacted = redact(summary);
  return { ...view, wish, preview: { summary: redacted.summary, sharedBy, masked: maskedWords(redacted.masked) } };
}
