import { createHash } from 'node:crypto';
import { z } from 'zod';

/** What kinds of request the app takes, by the name it goes under in the log and in Slack. */
export interface SlackRequestFacts {
  /** `/callsummary`, a shortcut's or view's callback id, or an action id. */
  readonly surface: string;
  readonly kind: 'command' | 'shortcut' | 'view' | 'action';
  readonly personId: string;
  readonly channelId: string | null;
  /** Equal for a request that Slack delivers again, and for no two things a person did; null where nothing can tell. */
  readonly sameAgain: string | null;
}

const id = z.string().min(1);
const maybeId = id.nullish().catch(null);
const named = z.object({ id }).nullish().catch(null);
const base = { trigger_id: maybeId, channel: named, user: z.object({ id }) };
const anything = z.unknown().optional();

const command = z
  .object({ trigger_id: maybeId, command: id, user_id: id, channel_id: maybeId, text: anything })
  .transform(({ command: surface, user_id, channel_id, trigger_id, text }) =>
    facts('command', surface, user_id, channel_id, [trigger_id, text]),
  );
const shortcut = z
  .object({ ...base, type: z.enum(['message_action', 'shortcut']), callback_id: id, message_ts: anything })
  .transform(({ callback_id, user, channel, trigger_id, message_ts }) =>
    facts('shortcut', callback_id, user.id, channel?.id, [trigger_id, message_ts]),
  );
const submittedView = z.object({
  callback_id: id,
  id: anything,
  hash: anything,
  private_metadata: anything,
  state: anything,
});
const view = z
  .object({ ...base, type: z.enum(['view_submission', 'view_closed']), view: submittedView })
  .transform(({ view: { callback_id, ...view }, user, trigger_id }) =>
    facts('view', callback_id, user.id, null, [trigger_id, view.id, view.hash, view.private_metadata, view.state]),
  );
const clicked = z.object({ action_id: id, value: anything, action_ts: anything });
const action = z
  .object({ ...base, type: z.literal('block_actions'), actions: z.tuple([clicked], z.unknown()) })
  .transform(({ actions: [first], user, channel, trigger_id }) =>
    facts('action', first.action_id, user.id, channel?.id, [trigger_id, first.value, first.action_ts]),
  );

const anyRequest = z.union([command, shortcut, view, action]);

/** The facts of a signed payload, or null where it names nobody or nothing we could answer. Docs: interaction payloads. */
export function factsOf(body: unknown): SlackRequestFacts | null {
  return anyRequest.safeParse(body).data ?? null;
}

/** A trigger belongs to one thing a person did. What was done stands beside it, so that two things never pass for one. */
function facts(
  kind: SlackRequestFacts['kind'],
  surface: string,
  personId: string,
  channelId: string | null | undefined,
  [triggerId, ...done]: readonly [string | null | undefined, ...unknown[]],
): SlackRequestFacts {
  const sameAgain = triggerId == null ? null : digestOf([triggerId, kind, surface, personId, ...done]);
  return { kind, surface, personId, channelId: channelId ?? null, sameAgain };
}

const digestOf = (parts: readonly unknown[]) => createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
