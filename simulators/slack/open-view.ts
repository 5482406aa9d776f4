import { app, team } from './app-identity.ts';
import type { Clock } from './clock.ts';
import { withIds } from './elements.ts';
import { newId, secret } from './identifiers.ts';
import { isObject, type JsonObject, objectsIn, stringIn } from './json.ts';
import { type StateValues, stateOf } from './view-state.ts';

/** A modal on a person's screen, in the form payloads show it (docs.slack.dev/reference/views), and what Slack adds around it. */
export interface OpenView {
  readonly id: string;
  readonly hash: string;
  readonly type: 'modal';
  readonly title: { readonly type: 'plain_text'; readonly text: string };
  readonly submit: JsonObject | null;
  readonly close: JsonObject | null;
  readonly blocks: readonly JsonObject[];
  readonly private_metadata: string;
  readonly callback_id: string;
  readonly external_id: string;
  readonly clear_on_close: boolean;
  readonly notify_on_close: boolean;
  readonly root_view_id: string;
  readonly previous_view_id: string | null;
  readonly state: { readonly values: StateValues };
  readonly person: string;
  /** The channel the person was in when it opened. */
  readonly openedFrom: string | undefined;
  /** Messages shown below fields, by block_id. */
  readonly errors?: Readonly<Record<string, string>>;
  /** What Slack says at the foot of the modal when the app did not answer properly. */
  readonly notice?: string;
}

/** Takes an open view; gives it as a payload shows it. */
export function asPayloadView(open: OpenView): JsonObject {
  const { person: _, openedFrom: __, errors: ___, notice: ____, ...view } = open;
  return { ...view, team_id: team.id, app_id: app.id, app_installed_team_id: team.id, bot_id: app.botId };
}

/** Says whether a menu lists a conversation for a person. */
export type Lists = (element: JsonObject, personId: string, channelId: string) => boolean;

/** Where a view comes to stand, and what it stands on or replaces. */
interface Surroundings {
  readonly person: string;
  readonly openedFrom: string | undefined;
  readonly below?: OpenView;
  readonly old?: OpenView;
}

/** Takes the clock and what menus list; gives what makes an open view of the `view` an app sent. */
export function buildWith(clock: Clock, lists: Lists) {
  return (view: JsonObject, around: Surroundings): OpenView => {
    const { person, openedFrom, old } = around;
    const blocks = withIds(objectsIn(view.blocks));
    // A menu starts with the current conversation only if it lists it at all.
    const current = (element: JsonObject) =>
      openedFrom !== undefined && lists(element, person, openedFrom) ? openedFrom : undefined;
    const values = stateOf(blocks, { current, earlier: old?.state.values });
    return { ...identity(clock, around), ...wordsOf(view), blocks, state: { values }, person, openedFrom };
  };
}

function identity(clock: Clock, { below, old }: Surroundings) {
  const id = old?.id ?? newId('V');
  return {
    id,
    hash: `${Math.floor(clock.now() / 1_000)}.${secret(4)}`,
    root_view_id: old?.root_view_id ?? below?.root_view_id ?? id,
    previous_view_id: old ? old.previous_view_id : (below?.id ?? null),
  };
}

function wordsOf(view: JsonObject) {
  return {
    type: 'modal',
    title: { type: 'plain_text', text: stringIn(view.title, 'text') ?? '' },
    submit: isObject(view.submit) ? view.submit : null,
    close: isObject(view.close) ? view.close : null,
    private_metadata: stringIn(view, 'private_metadata') ?? '',
    callback_id: stringIn(view, 'callback_id') ?? '',
    external_id: stringIn(view, 'external_id') ?? '',
    clear_on_close: view.clear_on_close === true,
    notify_on_close: view.notify_on_close === true,
  } as const;
}
