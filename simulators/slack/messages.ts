import { team } from './app-identity.ts';
import { channels } from './channels.ts';
import type { JsonObject } from './json.ts';
import { people } from './people.ts';

/** A message as Slack keeps it, with the channel it stands in. */
export interface SlackMessage {
  readonly type: 'message';
  readonly channel: string;
  readonly ts: string;
  readonly user: string;
  readonly team: string;
  readonly text: string;
  readonly bot_id?: string;
  readonly app_id?: string;
  readonly blocks?: readonly JsonObject[];
  readonly thread_ts?: string;
  readonly edited?: { readonly user: string; readonly ts: string };
  readonly metadata?: JsonObject;
  /** Set on an ephemeral message: the id of the only person who sees it. */
  readonly visibleTo?: string;
}

const said = { type: 'message', channel: channels.incident.id, team: team.id } as const;

/** What was said in the incident channel before anybody used the app. */
export const messages = {
  incidentRoot: {
    ...said,
    ts: '1778683000.000200',
    user: people.lead.id,
    text: 'Customers report a login loop after the last release. Leg 20260513223234-3EE9E, extension 3202 took the call.',
    thread_ts: '1778683000.000200',
  },
  incidentReply: {
    ...said,
    ts: '1778683120.000300',
    user: people.colleague.id,
    text: 'Looking at 20260513223234-3EE9E now, could somebody get the summary of ext 3202?',
    thread_ts: '1778683000.000200',
  },
  incidentAside: {
    ...said,
    ts: '1778683300.000400',
    user: people.agent.id,
    text: 'Status page is updated.',
  },
} as const satisfies Record<string, SlackMessage>;

/** Takes a message; gives it as a payload shows it: without the fields this simulator adds for itself. */
export function asPayloadMessage(message: SlackMessage): JsonObject {
  const { channel: _, visibleTo: __, ...shown } = message;
  return shown;
}
