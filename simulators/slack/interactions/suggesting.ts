import { inWords, problemsInSuggestions } from '../block-rules/index.ts';
import { type Delivery, deliver } from '../deliveries.ts';
import { isObject, type JsonObject, objectsIn, stringIn, withOverride } from '../json.ts';
import type { Outcome } from '../outcome.ts';
import { fieldNamed } from '../view-state.ts';
import type { World } from '../world.ts';
import { menuKey } from './filling.ts';
import { type Place, surfaceOf } from './surface.ts';
import { asPayloadUser, commonFields, mustBeActive, type PersonRef, personOf, type Twist } from './who.ts';

/** An option a person sees in a menu. */
export interface OfferedOption {
  readonly label: string;
  readonly value: string;
  readonly description?: string;
  /** The title of the group it stands in. */
  readonly group?: string;
}

/** What a person sees who typed into a menu that asks the app for its options. */
export interface Suggested {
  readonly options: readonly OfferedOption[];
  /** What was brought to the app; undefined when too little was typed for the menu to ask. */
  readonly delivery: Delivery | undefined;
  /** Why there are no options, when the app did not answer as it should. */
  readonly failure: 'operation_timeout' | 'dispatch_failed' | 'invalid_options' | undefined;
  /** What is wrong with the answer, each with a JSON pointer. */
  readonly problems: readonly string[];
}

/** How much has to be typed unless the menu says otherwise (docs.slack.dev/reference/block-kit/block-elements/select-menu-element). */
const usualQueryLength = 3;

/** A person types into a menu that asks the app for its options (docs.slack.dev/reference/interaction-payloads/block_suggestion-payload). Nothing typed means that it was only opened. */
export async function typesInto(
  world: World,
  who: PersonRef,
  where: Place,
  field: string,
  typed: string,
  { override }: Twist = {},
): Promise<Suggested> {
  const person = personOf(world, who);
  mustBeActive(person);
  const surface = surfaceOf(world, person, where);
  const placed = fieldNamed(surface.blocks, field);
  const menu = menuKey(surface, placed);
  world.offers.made(menu, []);
  if (typed.length < queryLengthOf(placed.element)) return suggestedBy(undefined);
  const payload = {
    ...commonFields(),
    type: 'block_suggestion',
    user: asPayloadUser(person),
    ...surface.shown,
    action_id: placed.actionId,
    block_id: placed.blockId,
    value: typed,
  };
  const settle = (outcome: Outcome) => world.offers.made(menu, optionsIn(outcome));
  return suggestedBy(await deliver(world, { type: 'interactive', payload: withOverride(payload, override), settle }));
}

function queryLengthOf(element: JsonObject): number {
  if (!String(element.type).endsWith('external_select'))
    throw new Error(`Nothing is asked for in a ${String(element.type)}: it has its options already.`);
  return Number(element.min_query_length ?? usualQueryLength);
}

function suggestedBy(delivery: Delivery | undefined): Suggested {
  const problems = delivery && !delivery.error ? inWords(problemsInSuggestions(delivery.body)) : [];
  const failure = delivery?.error ?? (problems.length > 0 ? 'invalid_options' : undefined);
  return { delivery, failure, problems, options: delivery && !failure ? offeredIn(delivery.body) : [] };
}

function optionsIn({ body, error }: Outcome): readonly JsonObject[] {
  if (error || !isObject(body) || problemsInSuggestions(body).length > 0) return [];
  return [...objectsIn(body.options), ...objectsIn(body.option_groups).flatMap(({ options }) => objectsIn(options))];
}

function offeredIn(body: unknown): readonly OfferedOption[] {
  const { options, option_groups } = isObject(body) ? body : {};
  const grouped = objectsIn(option_groups).flatMap((group) =>
    objectsIn(group.options).map((option) => ({ ...offered(option), group: stringIn(group.label, 'text') ?? '' })),
  );
  return [...objectsIn(options).map(offered), ...grouped];
}

function offered(option: JsonObject): OfferedOption {
  const description = stringIn(option.description, 'text');
  return {
    label: stringIn(option.text, 'text') ?? '',
    value: stringIn(option, 'value') ?? '',
    ...(description !== undefined && { description }),
  };
}
