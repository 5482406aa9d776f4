import { hash } from 'node:crypto';
import { z } from 'zod';

/** What kinds of request the app takes, by the name it goes under in the log and in Slack. */
export interface SlackRequestFacts {
  /** `/callsummary`, a shortcut's or view's callback id, or an action id; for a menu that asks for its entries, its own. */
  readonly surface: string;
  readonly kind: 'command' | 'shortcut' | 'view' | 'action' | 'options';
  readonly personId: string;
  /** The workspace the person belongs to, as far as the payload says so. */
  readonly teamId: string | null;
  readonly channelId: string | null;
  /** Equal for a request that Slack delivers again, and for no two things a person did; null where nothing can tell. */
  readonly sameAgain: string | null;
}

// Not `min(1)`: zod compares the length of whatever has one, even where no text stands.
const id = z.string().regex(/./s);
const maybeId = id.nullish().catch(null);
const named = z.object({ id }).nullish().catch(null);
const user = z.object({ id, team_id: maybeId });
const base = { trigger_id: maybeId, channel: named, team: named, user };
const anything = z.unknown().optional();

const command = z
  .object({ trigger_id: maybeId, command: id, user_id: id, team_id: maybeId, channel_id: maybeId, text: anything })
  .transform(({ command: surface, user_id, team_id, channel_id, trigger_id, text }) =>
    facts('command', surface, { id: user_id, team_id }, channel_id, [trigger_id, text]),
  );
const shortcut = z
  .object({ ...base, type: z.enum(['message_action', 'shortcut']), callback_id: id, message_ts: anything })
  .transform(({ callback_id, channel, trigger_id, message_ts, ...from }) =>
    facts('shortcut', callback_id, personOf(from), channel?.id, [trigger_id, message_ts]),
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
  .transform(({ view: { callback_id, ...view }, trigger_id, ...from }) =>
    facts('view', callback_id, personOf(from), null, [
      trigger_id,
      view.id,
      view.hash,
      view.private_metadata,
      view.state,
    ]),
  );
const clicked = z.object({ action_id: id, value: anything, action_ts: anything });
const action = z
  .object({ ...base, type: z.literal('block_actions'), actions: z.tuple([clicked], z.unknown()) })
  .transform(({ actions: [first], channel, trigger_id, ...from }) =>
    facts('action', first.action_id, personOf(from), channel?.id, [trigger_id, first.value, first.action_ts]),
  );

// Each letter is a question of its own, so none is the same again.
const options = z
  .object({ ...base, type: z.literal('block_suggestion'), action_id: id })
  .transform(({ action_id, channel, ...from }) => facts('options', action_id, personOf(from), channel?.id, [null]));

const anyRequest = z.union([command, shortcut, view, action, options]);

/** The facts of a signed payload, or null where it names nobody or nothing we could answer. Docs: interaction payloads. */
export function factsOf(body: unknown): SlackRequestFacts | null {
  return anyRequest.safeParse(body).data ?? null;
}

type Person = z.output<typeof user>;

/**
 * The workspace stands beside the person; a payload that leaves it out there means the one it comes from (docs.slack.dev:
 * interaction payloads). In a channel shared with another organisation the two differ.
 */
const personOf = ({ user, team }: { readonly user: Person; readonly team?: z.output<typeof named> }): Person => ({
  id: user.id,
  team_id: user.team_id ?? team?.id ?? null,
});

/** A trigger belongs to one thing a person did. What was done stands beside it, so that two things never pass for one. */
function facts(
  kind: SlackRequestFacts['kind'],
  surface: string,
  { id: personId, team_id: teamId = null }: Person,
  channelId: string | null | undefined,
  [triggerId, ...done]: readonly [string | null | undefined, ...unknown[]],
): SlackRequestFacts {
  const sameAgain = triggerId == null ? null : digestOf([triggerId, kind, surface, personId, ...done]);
  return { kind, surface, personId, teamId, channelId: channelId ?? null, sameAgain };
}

const digestOf = (parts: readonly unknown[]) => hash('sha256', JSON.stringify(parts), 'base64url');
