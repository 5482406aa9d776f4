import { CallSummaryError } from '../errors.ts';
import type { DecisionRecord, ListingRecord } from '../services/access/records.ts';
import type { AuditAct, AuditEntry, AuditOutcome, AuditTarget } from '../store/audit-entry.ts';
import type { AuditLog } from '../store/store.ts';
import { StoreError } from '../store/store-error.ts';
import { currentRequest } from './request.ts';

/** What became of something that was decided before, or was in nobody's hand to decide but the person's own. */
export interface AuditedAct
  extends Partial<Pick<AuditEntry, 'cdrId' | 'extensionNumber' | 'target' | 'rule' | 'rulesVersion'>> {
  readonly act: AuditAct;
  readonly outcome: AuditOutcome;
}

/**
 * Writes decisions and acts into the audit log, with the person, the place and the reference of the request in hand.
 * Awaited before what it records: what cannot be written down does not happen.
 * @throws {CallSummaryError} `store_unavailable`
 */
export interface AuditTrail {
  decided(record: DecisionRecord): Promise<void>;
  listed(record: ListingRecord): Promise<void>;
  acted(act: AuditedAct): Promise<void>;
}

export function createAuditTrail(audit: Pick<AuditLog, 'record'>): AuditTrail {
  const write = async (entry: AuditedAct) => {
    const { reader, facts, reference: referenceId } = currentRequest();
    const who = { personId: reader.id, teamId: reader.teamId, surface: facts.surface, referenceId };
    try {
      await audit.record({ ...nothingMore, ...entry, ...who, at: new Date() });
    } catch (thrown) {
      if (!(thrown instanceof StoreError)) throw thrown;
      throw new CallSummaryError('store_unavailable', { fault: thrown.fault });
    }
  };
  return {
    decided: ({ phase, decision, cdrId, extensionNumber, rulesVersion, channelId, threadTs }) =>
      write({
        act: (decision.allowed ? allowedActs : deniedActs)[phase],
        outcome: outcomeOf(decision),
        cdrId,
        extensionNumber,
        rule: decision.rule,
        rulesVersion,
        target: targetOf(channelId, threadTs),
      }),
    listed: ({ decision, extensionNumber, rulesVersion }) =>
      write({
        act: decision.allowed ? 'listed' : 'refused',
        outcome: outcomeOf(decision),
        extensionNumber,
        rule: decision.rule,
        rulesVersion,
      }),
    acted: write,
  };
}

const nothingMore = { cdrId: null, extensionNumber: null, rule: null, rulesVersion: null, target: null } as const;

type Acts = Readonly<Record<DecisionRecord['phase'], AuditAct>>;

const allowedActs: Acts = { before_lookup: 'asked', after_answer: 'read', before_post: 'shared' };
const deniedActs: Acts = { before_lookup: 'refused', after_answer: 'refused', before_post: 'share_refused' };

const outcomeOf = ({ allowed }: { readonly allowed: boolean }): AuditOutcome => (allowed ? 'allowed' : 'denied');

const targetOf = (channelId: string | null, threadTs: string | null): AuditTarget | null =>
  channelId === null ? null : { channelId, threadTs };
