import type { webApi } from '@slack/bolt';
import { callSummaryMessage } from '../blocks/call-summary.ts';
import { isAsShown, placeOf, type ShareChoice } from '../blocks/modals/share-form.ts';
import type { ShareView } from '../blocks/modals/share-modal.ts';
import { asShared, withPreview } from '../blocks/modals/share-preview.ts';
import type { Place, SharedPost, ShareWish, Shown } from '../blocks/modals/state.ts';
import { CallSummaryError, isCallSummaryError, type PostObstacle } from '../errors.ts';
import type { Access, PlaceRules } from '../services/access/access.ts';
import type { CallSummary } from '../services/call-summary.ts';
import type { AuditTrail } from './audit-trail.ts';
import { type Conversation, channelTargetOf, describeConversation, unreachableIn } from './conversation.ts';
import { deleteOnce } from './delete-once.ts';
import { postOnce } from './post-once.ts';
import { recorded } from './recorded.ts';
import { currentRequest } from './request.ts';

/** A summary on its way into a conversation. */
export interface Draft {
  readonly summary: CallSummary;
  readonly place: Place;
  readonly isOutsideConfirmed: boolean;
  /** What the person was shown, which alone may be shared. */
  readonly shown: Shown;
}

/** A summary that stands in a conversation. */
export interface StandingPost {
  readonly post: SharedPost;
  readonly place: Place;
  readonly messageTs: string;
}

/** Putting summaries into conversations, and taking them back. */
export interface Sharing {
  /** Looks at where it would go: who reads along there, what stands in the way, and what is masked unless said otherwise. */
  look(wish: ShareWish, choice: ShareChoice): Promise<ShareView>;
  /**
   * Shares a summary, if the person may read it and it may go there at this moment.
   * @throws {CallSummaryError} `not_allowed`, `not_posted`, `post_unconfirmed`, `store_unavailable`
   */
  share(draft: Draft): Promise<void>;
  /** Deletes a shared summary. @throws {CallSummaryError} `retract_not_allowed`, `not_retracted`, `store_unavailable` */
  retract(standing: StandingPost): Promise<void>;
}

/** What sharing is made of. */
export interface SharingOptions {
  readonly access: Pick<Access, 'assertMayPost' | 'retractRule' | 'placeRules'>;
  readonly trail: AuditTrail;
  readonly client: webApi.WebClient;
}

export function createSharing({ access, trail, client }: SharingOptions): Sharing {
  return {
    async look(wish, choice) {
      const { channelId, isOutsideConfirmed } = choice;
      if (channelId === null) return { wish, choice, audience: null, obstacle: null, preview: null };
      const audience = await describeConversation(client, channelId);
      const rules = access.placeRules(channelTargetOf(audience, isOutsideConfirmed));
      const obstacle = unreachable(audience, rules) ?? rules.obstacle;
      const isMasked = choice.isMasked ?? rules.isRedacted;
      return { wish, choice: { ...choice, isMasked }, audience, obstacle, preview: null };
    },
    async share({ summary, place, isOutsideConfirmed, shown }) {
      const { reader } = currentRequest();
      const message = callSummaryMessage(asShared(summary, shown.isMasked), { sharedBy: reader.id });
      const entry = { act: 'shared', ...summary.reference, target: place } as const;
      let obstacle: PostObstacle | null = null;
      const describe = async () => {
        const conversation = await describeConversation(client, place.channelId);
        const target = channelTargetOf(conversation, isOutsideConfirmed);
        obstacle = unreachable(conversation, access.placeRules(target));
        if (obstacle === null) assertAsShown(conversation, shown);
        return target;
      };
      await asObstacle(
        () => obstacle,
        () => access.assertMayPost(reader, summary.reference, { threadTs: place.threadTs, describe }),
      );
      await recorded(trail, entry, () => postUnless(obstacle, () => postOnce(client, place, message)));
    },
    async retract({ post, place, messageTs }) {
      const { rule, rulesVersion } = access.retractRule(currentRequest().reader.id, post.sharedBy);
      const entry = { ...post.reference, target: place, rulesVersion };
      if (rule === null) {
        await trail.acted({ ...entry, act: 'retract_refused', outcome: 'denied', rule: 'no_rule' });
        throw new CallSummaryError('retract_not_allowed', {});
      }
      const retracted = { ...entry, act: 'retracted', rule } as const;
      await trail.acted({ ...retracted, outcome: 'allowed' });
      await recorded(trail, retracted, () => deleteOnce(client, place.channelId, messageTs));
    },
  };
}

/** Who shares a place may have changed since it was shown. That others do from outside, the policy has words for. */
function assertAsShown({ kind, sharing }: Conversation, shown: Shown): void {
  const isOutside = sharing === 'external' || sharing === 'external_pending';
  if (!isOutside && (sharing !== shown.sharing || kind !== shown.kind)) throw new CallSummaryError('not_shown_yet', {});
}

/** A place Slack does not describe because nothing can be posted there: the person is told that, and what to do. */
async function asObstacle(obstacle: () => PostObstacle | null, decide: () => Promise<void>): Promise<void> {
  try {
    await decide();
  } catch (thrown) {
    const isUndescribed = isCallSummaryError(thrown, 'not_allowed') && thrown.details.reason === 'channel_not_verified';
    const found = isUndescribed ? obstacle() : null;
    throw found === null ? thrown : notPosted(found);
  }
}

const postUnless = async (obstacle: PostObstacle | null, post: () => Promise<void>) => {
  if (obstacle !== null) throw notPosted(obstacle);
  await post();
};

const notPosted = (obstacle: PostObstacle) => new CallSummaryError('not_posted', { obstacle, slackError: 'described' });

/** Where the rules rule a place out, inviting the app there or trying again would not help. */
const unreachable = (conversation: Conversation, { obstacle }: PlaceRules) =>
  obstacle === 'closed_channel' || obstacle === 'external_channel' ? null : unreachableIn(conversation);

/** What the window begins with: the summary, and where it would go, if the person said nothing more. */
export async function firstView(sharing: Sharing, summary: CallSummary, home: Place | null): Promise<ShareView> {
  const { reference, fingerprint } = summary;
  const choice = { channelId: home?.channelId ?? null, isInThread: true, isMasked: null, isOutsideConfirmed: false };
  const view = await sharing.look({ home, reference, fingerprint, shown: null }, choice);
  return withPreview(view, summary, currentRequest().reader.id);
}

/** What was chosen, if it is what was shown; null where it is not. Slack lets no form through without a conversation. */
export function draftOf(summary: CallSummary, { home, shown }: ShareWish, choice: ShareChoice): Draft | null {
  const place = placeOf(choice, home);
  if (place === null) throw new Error('a form without a conversation');
  if (shown === null || !isAsShown(choice, shown)) return null;
  return { summary, place, shown, isOutsideConfirmed: choice.isOutsideConfirmed };
}
