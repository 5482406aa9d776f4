import { z } from 'zod';

/** What kinds of request the app takes, by the name it goes under in the log and in Slack. */
export interface SlackRequestFacts {
  /** `/callsummary`, a shortcut's or view's callback id, or an action id. */
  readonly surface: string;
  readonly kind: 'command' | 'shortcut' | 'view' | 'action' | 'other';
  readonly personId: string;
  readonly teamId: string | null;
  readonly channelId: string | null;
  /** One per thing a person did; a redelivery carries the same. */
  readonly triggerId: string | null;
}

const id = z.string().min(1);
const named = z.object({ id }).nullish().catch(null);
const base = { trigger_id: id.nullish().catch(null), team: named, channel: named, user: z.object({ id }) };

const command = z
  .object({
    ...base,
    command: id,
    user_id: id,
    team_id: id.nullish(),
    channel_id: id.nullish(),
    user: z.unknown().optional(),
  })
  .transform(({ command, user_id, team_id, channel_id, trigger_id }) =>
    facts('command', command, user_id, team_id, channel_id, trigger_id),
  );
const shortcut = z
  .object({ ...base, type: z.enum(['message_action', 'shortcut']), callback_id: id })
  .transform(({ callback_id, user, team, channel, trigger_id }) =>
    facts('shortcut', callback_id, user.id, team?.id, channel?.id, trigger_id),
  );
const view = z
  .object({ ...base, type: z.enum(['view_submission', 'view_closed']), view: z.object({ callback_id: id }) })
  .transform(({ view, user, team, trigger_id }) =>
    facts('view', view.callback_id, user.id, team?.id, null, trigger_id),
  );
const action = z
  .object({ ...base, type: z.literal('block_actions'), actions: z.array(z.object({ action_id: id })).min(1) })
  .transform(({ actions, user, team, channel, trigger_id }) =>
    facts('action', actions[0]?.action_id ?? '', user.id, team?.id, channel?.id, trigger_id),
  );

const anyRequest = z.union([command, shortcut, view, action]);

/** The facts of a signed payload, or null where it names nobody or nothing we could answer. Docs: interaction payloads. */
export function factsOf(body: unknown): SlackRequestFacts | null {
  return anyRequest.safeParse(body).data ?? null;
}

type Maybe = string | null | undefined;
const facts = (
  kind: SlackRequestFacts['kind'],
  surface: string,
  personId: string,
  teamId: Maybe,
  channelId: Maybe,
  triggerId: Maybe,
): SlackRequestFacts => ({
  kind,
  surface,
  personId,
  teamId: teamId ?? null,
  channelId: channelId ?? null,
  triggerId: triggerId ?? null,
});
