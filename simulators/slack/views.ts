import type { Changes } from './changes.ts';
import type { Clock } from './clock.ts';
import type { JsonObject } from './json.ts';
import { buildWith, type Lists, type OpenView } from './open-view.ts';
import type { StateValues } from './view-state.ts';

/** The modals of everybody, a stack of at most three for each person. */
export interface Views {
  open(personId: string, view: JsonObject, openedFrom?: string): OpenView | string;
  /** Puts a view on top of the stack; gives Slack's error code when that cannot be. */
  push(personId: string, view: JsonObject): OpenView | string;
  update(old: OpenView, view: JsonObject): OpenView | string;
  change(view: OpenView, change: Pick<Partial<OpenView>, 'errors' | 'notice'>): OpenView;
  fill(view: OpenView, values: StateValues): OpenView;
  find(match: { readonly viewId?: string | undefined; readonly externalId?: string | undefined }): OpenView | undefined;
  top(personId: string): OpenView | undefined;
  close(view: OpenView): void;
  clear(personId: string): void;
}

const deepest = 3;

/** Gives nobody any modal yet. */
export function createViews(clock: Clock, changes: Changes, lists: Lists): Views {
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
  const build = buildWith(clock, lists);
  return {
    open(personId, view, openedFrom) {
      if (isTaken(view)) return 'duplicate_external_id';
      const opened = build(view, { person: personId, openedFrom });
      now([...open.filter(({ person }) => person !== personId), opened]);
      return opened;
    },
    push(personId, view) {
      const below = top(personId);
      if (!below) return 'not_found';
      if (stackOf(personId).length >= deepest) return 'push_limit_reached';
      if (isTaken(view)) return 'duplicate_external_id';
      const pushed = build(view, { person: personId, openedFrom: below.openedFrom, below });
      now([...open, pushed]);
      return pushed;
    },
    update(old, view) {
      if (isTaken(view, old)) return 'duplicate_external_id';
      return swap(old, build(view, { ...old, old }));
    },
    change: (view, { errors, notice }) =>
      swap(view, { ...withoutRemarks(view), ...(errors && { errors }), ...(notice && { notice }) }),
    fill: (view, values) => swap(view, { ...view, state: { values } }),
    find: ({ viewId, externalId }) =>
      open.find(({ id, external_id }) => id === viewId || (external_id !== '' && external_id === externalId)),
    top,
    close: (view) => now(open.filter(({ id }) => id !== view.id)),
    clear: (personId) => now(open.filter(({ person }) => person !== personId)),
  };
}

function withoutRemarks(open: OpenView): OpenView {
  const { errors: _, notice: __, ...view } = open;
  return view;
}
