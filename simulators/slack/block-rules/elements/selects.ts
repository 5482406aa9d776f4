import { confirm, identifier, initialIsOffered, menuOption, optionGroup, placeholder } from '../composition.ts';
import { all, choice, flag, list, object, type Rule, text, unless, whole } from '../rule.ts';

const shared = { action_id: identifier, confirm, placeholder, focus_on_load: flag };
const severally = { max_selected_items: whole(1) };
const offered = { options: list(menuOption, { max: 100 }), option_groups: list(optionGroup, { max: 100 }) };
const filter = all(
  unless((fields) => Object.keys(fields).length === 0, 'must define at least one field'),
  object(
    {
      include: list(choice('im', 'mpim', 'private', 'public')),
      exclude_external_shared_channels: flag,
      exclude_bot_users: flag,
    },
    [],
  ),
);
const conversations = { ...shared, default_to_current_conversation: flag, filter };

const offersSomething = unless(
  ({ options, option_groups }) => (options === undefined) === (option_groups === undefined),
  'must define either `options` or `option_groups`',
);

/** The menus, by type (docs.slack.dev/reference/block-kit/block-elements/select-menu-element). */
export const selects: Readonly<Record<string, Rule>> = {
  static_select: all(
    offersSomething,
    initialIsOffered,
    menu('static_select', { ...shared, ...offered, initial_option: menuOption }),
  ),
  external_select: menu('external_select', { ...shared, initial_option: menuOption, min_query_length: whole(0) }),
  users_select: menu('users_select', { ...shared, initial_user: text() }),
  channels_select: menu('channels_select', { ...shared, initial_channel: text(), response_url_enabled: flag }),
  conversations_select: menu('conversations_select', {
    ...conversations,
    initial_conversation: text(),
    response_url_enabled: flag,
  }),
  multi_static_select: all(
    offersSomething,
    initialIsOffered,
    menu('multi_static_select', {
      ...shared,
      ...severally,
      ...offered,
      initial_options: list(menuOption, { max: 100 }),
    }),
  ),
  multi_external_select: menu('multi_external_select', {
    ...shared,
    ...severally,
    initial_options: list(menuOption, { max: 100 }),
    min_query_length: whole(0),
  }),
  multi_users_select: menu('multi_users_select', { ...shared, ...severally, initial_users: list(text()) }),
  multi_channels_select: menu('multi_channels_select', { ...shared, ...severally, initial_channels: list(text()) }),
  multi_conversations_select: menu('multi_conversations_select', {
    ...conversations,
    ...severally,
    initial_conversations: list(text()),
  }),
};

function menu(type: string, fields: Readonly<Record<string, Rule>>): Rule {
  return object({ type: choice(type), ...fields }, []);
}
