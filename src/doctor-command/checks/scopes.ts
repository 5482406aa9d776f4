import type { Check } from '../check.ts';
import { type ManifestScopes, scopesOfManifest } from '../slack/manifest-scopes.ts';
import { failed, ok, type Verdict, warning } from '../verdict.ts';

const reinstall = 'api.slack.com/apps > your app > OAuth & Permissions: add them, then install the app again.';

/** What does not work without an optional scope. */
const losses: Readonly<Record<string, string>> = {
  'users:read.email': 'nobody reads an extension by its e-mail address',
  'usergroups:read': 'nobody leads through a user group',
};

/** Whether the token may do what the manifest asks for. */
export const scopes: Check = {
  id: 'scopes',
  what: 'Slack scopes',
  needs: ['slack-token'],
  async look(patient) {
    const { scopes: granted } = await patient.installation().slack.identity();
    if (granted === null) return warning('Slack does not say which were granted.', 'Compare them with manifest.yml.');
    return verdictOn(new Set(granted), scopesOfManifest(patient.readManifest()));
  },
};

function verdictOn(granted: ReadonlySet<string>, { all, optional }: ManifestScopes): Verdict {
  const missing = all.filter((scope) => !granted.has(scope));
  const needed = missing.filter((scope) => !optional.has(scope));
  if (needed.length > 0)
    return failed(`missing: ${missing.map((scope) => named(scope, optional)).join(', ')}.`, reinstall);
  if (missing.length > 0) return warning(`without ${missing.map(loss).join('; without ')}.`, reinstall);
  const extra = [...granted].filter((scope) => !all.includes(scope));
  return ok(
    `all that the manifest asks for${extra.length === 0 ? '' : `; granted and not needed: ${extra.join(', ')}`}.`,
  );
}

const named = (scope: string, optional: ReadonlySet<string>) => (optional.has(scope) ? `${scope} (optional)` : scope);
const loss = (scope: string) => `${scope} ${losses[scope] ?? 'something does not work'}`;
