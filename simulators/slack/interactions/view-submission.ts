import { problemsInModal } from '../block-rules/index.ts';
import { type Delivery, deliver } from '../deliveries.ts';
import { elementsIn } from '../elements.ts';
import { isObject, type JsonObject, stringIn, withOverride } from '../json.ts';
import { asPayloadView, type OpenView } from '../open-view.ts';
import type { Outcome } from '../outcome.ts';
import type { Person } from '../people.ts';
import { type Entries, refusedByForm } from '../view-state.ts';
import type { World } from '../world.ts';
import { fill } from './filling.ts';
import { from, openViewOf } from './top-view.ts';
import { asPayloadUser, commonFields, mustBeActive, type PersonRef, personOf, type Twist } from './who.ts';

/** What Slack says at the foot of a modal when the app answers wrongly or not at all. */
const trouble = 'We had some trouble connecting. Try again?';

/** A person fills in the open modal and presses its submit button. Throws when Slack's form check would hold them back. */
export async function submits(
  world: World,
  who: PersonRef,
  entries: Entries = {},
  { override }: Twist = {},
): Promise<Delivery> {
  const person = personOf(world, who);
  mustBeActive(person);
  fill(world, person, 'view', entries);
  const view = openViewOf(world, person);
  if (view.submit === null) throw new Error(`“${view.title.text}” has no submit button.`);
  const complaint = refusedByForm(view.blocks, view.state.values);
  if (complaint) throw new Error(`Slack would not submit “${view.title.text}”: ${complaint}.`);
  const payload = {
    ...commonFields(),
    type: 'view_submission',
    user: asPayloadUser(person),
    view: asPayloadView(view),
    response_urls: responseUrlsFor(world, person, view),
    trigger_id: world.triggers.issue({ personId: person.id, viewId: view.id, ...from(view) }),
  };
  return deliver(world, {
    type: 'interactive',
    payload: withOverride(payload, override),
    settle: (outcome) => takeAnswer(world, view, outcome),
  });
}

function responseUrlsFor(world: World, person: Person, view: OpenView): readonly JsonObject[] {
  return elementsIn(view.blocks)
    .filter(({ block, element }) => block.type === 'input' && element.response_url_enabled === true)
    .flatMap(({ blockId, actionId }) => {
      const chosen = view.state.values[blockId]?.[actionId];
      const channelId = stringIn(chosen, 'selected_conversation') ?? stringIn(chosen, 'selected_channel') ?? '';
      if (!world.workspace.channel(channelId)) return [];
      const path = world.responseUrls.issue('actions', { personId: person.id, channelId }, 'nothing');
      return [{ block_id: blockId, action_id: actionId, channel_id: channelId, response_url: world.origin + path }];
    });
}

function takeAnswer(world: World, submitted: OpenView, { body, error }: Outcome): void {
  const { views } = world;
  const view = views.find({ viewId: submitted.id });
  if (!view) return;
  const accepted = error === undefined && follow(world, view, isObject(body) ? body : {});
  if (!accepted) views.change(view, { notice: trouble });
}

function follow({ views }: World, view: OpenView, answer: JsonObject): boolean {
  switch (answer.response_action) {
    case undefined:
      views.close(view);
      return true;
    case 'clear':
      views.clear(view.person);
      return true;
    case 'update':
      return canShow(answer.view) && typeof views.update(view, answer.view) !== 'string';
    case 'push':
      return canShow(answer.view) && typeof views.push(view.person, answer.view) !== 'string';
    case 'errors':
      return isObject(answer.errors) && showErrors({ views }, view, answer.errors);
    default:
      return false;
  }
}

function canShow(view: unknown): view is JsonObject {
  return isObject(view) && problemsInModal(view).length === 0;
}

function showErrors({ views }: Pick<World, 'views'>, view: OpenView, errors: JsonObject): boolean {
  const inputs = view.blocks.filter(({ type }) => type === 'input').map(({ block_id }) => block_id);
  const entries = Object.entries(errors);
  const fits =
    entries.length > 0 && entries.every(([block, message]) => inputs.includes(block) && typeof message === 'string');
  if (fits)
    views.change(view, { errors: Object.fromEntries(entries.map(([block, message]) => [block, String(message)])) });
  return fits;
}
