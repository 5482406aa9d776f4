import { app, team } from './app-identity.ts';
import type { Changes } from './changes.ts';
import type { Clock } from './clock.ts';
import { withIds } from './elements.ts';
import { newId, secret } from './identifiers.ts';
import { isObject, type JsonObject, objectsIn, stringIn } from './json.ts';
import { type Entries, filledIn, type StateValues, stateOf } from './view-state.ts';

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

/** The modals of everybody, a stack of at most three for each person. */
export interface Views {
  open(personId: string, view: JsonObject, openedFrom?: string): OpenView | string;
  /** Puts a view on top of the stack; gives Slack's error code when that cannot be. */
  push(personId: string, view: JsonObject): OpenView | string;
  update(old: OpenView, view: JsonObject): OpenView | string;
  change(view: OpenView, change: Pick<Partial<OpenView>, 'errors' | 'notice'>): OpenView;
  fill(view: OpenView, entries: Entries): OpenView;
  find(match: { readonly viewId?: string | undefined; readonly externalId?: string | undefined }): OpenView | undefined;
  top(personId: string): OpenView | undefined;
  close(view: OpenView): void;
  clear(personId: string): void;
}

const deepest = 3;

/** Gives nobody any modal yet. */
export function createViews(clock: Clock, changes: Changes): Views {
  let open: readonly OpenView[] = [];
  const now = (all: readonly OpenView[]) => {
    open = all;
    changes.happened();
  };
  const stackOf = (personId: string) => open.filter(({ person }) => person === personId);
  const top = (personId: string) => stackOf(personId).at(-1);
  const isTaken = (view: JsonObject, except?: OpenView) =>
    open.some((each) => each !== except && each.external_id !== '' && each.external_id === view.external_id);
  const swap = (old: OpenView, view: OpenView) => {
    now(open.map((each) => (each === old ? view : each)));
    return view;
  };
  return {
    open(personId, view, openedFrom) {
      if (isTaken(view)) return 'duplicate_external_id';
      const opened = build(clock, view, { person: personId, openedFrom });
      now([...open.filter(({ person }) => person !== personId), opened]);
      return opened;
    },
    push(personId, view) {
      const below = top(personId);
      if (!below) return 'not_found';
      if (stackOf(personId).length >= deepest) return 'push_limit_reached';
      if (isTaken(view)) return 'duplicate_external_id';
      const pushed = build(clock, view, { person: personId, openedFrom: below.openedFrom, below });
      now([...open, pushed]);
      return pushed;
    },
    update(old, view) {
      if (isTaken(view, old)) return 'duplicate_external_id';
      return swap(old, build(clock, view, { ...old, old }));
    },
    change: (view, { errors, notice }) =>
      swap(view, { ...withoutRemarks(view), ...(errors && { errors }), ...(notice && { notice }) }),
    fill: (view, entries) =>
      swap(view, { ...view, state: { values: filledIn(view.blocks, view.state.values, entries) } }),
    find: ({ viewId, externalId }) =>
      open.find(({ id, external_id }) => id === viewId || (external_id !== '' && external_id === externalId)),
    top,
    close: (view) => now(open.filter(({ id }) => id !== view.id)),
    clear: (personId) => now(open.filter(({ person }) => person !== personId)),
  };
}

/** Takes an open view; gives it as a payload shows it. */
export function asPayloadView(open: OpenView): JsonObject {
  const { person: _, openedFrom: __, errors: ___, notice: ____, ...view } = open;
  return { ...view, team_id: team.id, app_id: app.id, app_installed_team_id: team.id, bot_id: app.botId };
}

function withoutRemarks(open: OpenView): OpenView {
  const { errors: _, notice: __, ...view } = open;
  return view;
}

interface Surroundings {
  readonly person: string;
  readonly openedFrom: string | undefined;
  readonly below?: OpenView;
  readonly old?: OpenView;
}

function build(clock: Clock, view: JsonObject, { person, openedFrom, below, old }: Surroundings): OpenView {
  const id = old?.id ?? newId('V');
  const blocks = withIds(objectsIn(view.blocks));
  return {
    id,
    hash: `${Math.floor(clock.now() / 1_000)}.${secret(4)}`,
    type: 'modal',
    title: { type: 'plain_text', text: stringIn(view.title, 'text') ?? '' },
    submit: isObject(view.submit) ? view.submit : null,
    close: isObject(view.close) ? view.close : null,
    blocks,
    private_metadata: stringIn(view, 'private_metadata') ?? '',
    callback_id: stringIn(view, 'callback_id') ?? '',
    external_id: stringIn(view, 'external_id') ?? '',
    clear_on_close: view.clear_on_close === true,
    notify_on_close: view.notify_on_close === true,
    root_view_id: old?.root_view_id ?? below?.root_view_id ?? id,
    previous_view_id: old ? old.previous_view_id : (below?.id ?? null),
    state: { values: stateOf(blocks, openedFrom, old?.state.values) },
    person,
    openedFrom,
  };
}
