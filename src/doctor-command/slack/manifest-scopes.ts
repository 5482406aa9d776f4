import { readYaml } from '../../services/access/yaml-source.ts';
import { field } from '../field.ts';

/** The scopes our manifest asks for, and those the app works without. */
export interface ManifestScopes {
  readonly all: readonly string[];
  readonly optional: ReadonlySet<string>;
}

/** Reads the scopes out of the manifest's text. */
export function scopesOfManifest(text: string): ManifestScopes {
  const scopes = field(field(readYaml(text).value, 'oauth_config'), 'scopes');
  return { all: textsIn(scopes, 'bot'), optional: new Set(textsIn(scopes, 'bot_optional')) };
}

function textsIn(value: unknown, name: string): readonly string[] {
  const found = field(value, name);
  return Array.isArray(found) ? found.filter((entry) => typeof entry === 'string') : [];
}
