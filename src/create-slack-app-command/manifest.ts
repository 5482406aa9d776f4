import { isSeq, parseDocument } from 'yaml';
import type { Way } from './arguments.ts';

/** Takes the text of manifest.yml and how Slack is to reach the app; gives the manifest for Slack, as JSON. */
export function manifestFor(text: string, way: Way): string {
  const document = parseDocument(text);
  if (way.kind === 'http') {
    const commands = document.getIn(['features', 'slash_commands']);
    const count = isSeq(commands) ? commands.items.length : 0;
    for (let index = 0; index < count; index += 1)
      document.setIn(['features', 'slash_commands', index, 'url'], way.requestUrl);
    document.setIn(['settings', 'interactivity', 'request_url'], way.requestUrl);
    document.setIn(['settings', 'interactivity', 'message_menu_options_url'], way.requestUrl);
    document.setIn(['settings', 'socket_mode_enabled'], false);
  }
  return JSON.stringify(document.toJS());
}

const inDocuments = /[!'()*]/g;
const percentEncoded = (character: string) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;

/**
 * Takes a manifest as JSON; gives the link that opens Slack's form for a new app with it filled in
 * (docs.slack.dev/app-manifests/configuring-apps-with-app-manifests). May stand in a document as it is.
 */
export const linkTo = (manifest: string): string =>
  `https://api.slack.com/apps?new_app=1&manifest_json=${encodeURIComponent(manifest).replace(inDocuments, percentEncoded)}`;
