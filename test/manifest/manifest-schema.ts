const text = (minLength: number, maxLength: number) => ({ type: 'string', minLength, maxLength });
const flag = { type: 'boolean' };
const scopes = { type: 'array', maxItems: 255, uniqueItems: true, items: { type: 'string' } } as const;
const https = { type: 'string', pattern: '^https://', maxLength: 3000 };

/** An object that has only these properties. */
const strict = (properties: Record<string, object>, required: string[] = []) => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});

/**
 * What Slack's manifest format, major version 2, allows in the parts that this app uses, as JSON Schema: names, limits
 * and required fields of docs.slack.dev/reference/app-manifest. A part that is missing here is one we do not use.
 */
export const manifestSchema = strict(
  {
    _metadata: strict({ major_version: { const: 2 } }, ['major_version']),
    display_information: strict(
      {
        name: text(1, 35),
        description: text(1, 140),
        long_description: text(175, 4000),
        background_color: { type: 'string', pattern: '^#([0-9a-fA-F]{3}){1,2}$' },
      },
      ['name'],
    ),
    features: strict({
      app_home: strict({ home_tab_enabled: flag, messages_tab_enabled: flag, messages_tab_read_only_enabled: flag }),
      bot_user: strict({ display_name: text(1, 80), always_online: flag }, ['display_name']),
      slash_commands: {
        type: 'array',
        minItems: 1,
        maxItems: 50,
        items: strict(
          {
            command: { type: 'string', pattern: '^/', minLength: 2, maxLength: 32 },
            url: https,
            description: text(1, 2000),
            usage_hint: text(1, 1000),
            should_escape: flag,
          },
          ['command', 'description'],
        ),
      },
      shortcuts: {
        type: 'array',
        minItems: 1,
        maxItems: 10,
        items: strict(
          {
            name: text(1, 24),
            type: { enum: ['message', 'global'] },
            callback_id: text(1, 255),
            description: text(1, 150),
          },
          ['name', 'type', 'callback_id', 'description'],
        ),
      },
    }),
    oauth_config: strict({
      scopes: strict({ bot: scopes, bot_optional: scopes }, ['bot']),
    }),
    settings: strict({
      interactivity: strict({ is_enabled: flag, request_url: https, message_menu_options_url: https }, ['is_enabled']),
      socket_mode_enabled: flag,
      org_deploy_enabled: flag,
      token_rotation_enabled: flag,
    }),
  },
  ['display_information'],
);
