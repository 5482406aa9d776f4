import assert from 'node:assert/strict';
import { test } from 'node:test';
import { resolveSecretFiles } from '../../src/config/files.ts';
import { secretNames } from '../../src/config/settings.ts';
import { canary, configOf, errorOf, leastEnvironment, namesOf, problemsOf } from './environment.ts';

const secrets: Readonly<Record<string, string>> = {
  SLACK_BOT_TOKEN: `xoxb-${canary}`,
  SLACK_APP_TOKEN: `xapp-${canary}`,
  SLACK_SIGNING_SECRET: `signing-${canary}`,
  YEASTAR_CLIENT_SECRET: `secret-${canary}`,
};

const secretOf = (name: string) => secrets[name] ?? assert.fail(name);

test('the secrets are the four that nobody may see', () => {
  assert.deepEqual(secretNames.toSorted(), Object.keys(secrets).toSorted());
});

test('each secret may come from a file, with or without a line break at its end', () => {
  for (const name of secretNames)
    for (const ending of ['', '\n', '\r\n']) {
      const settings = { ...leastEnvironment, [name]: undefined, [`${name}_FILE`]: '/run/secret' };
      const read = (path: string) => (path === '/run/secret' ? `${secretOf(name)}${ending}` : assert.fail(path));
      const { env, problems } = resolveSecretFiles(settings, read);
      assert.deepEqual(problems, []);
      assert.equal(env[name], secretOf(name));
    }
});

test('a secret from a file ends up where one from the environment does', () => {
  const files = Object.fromEntries(secretNames.map((name) => [`/run/${name}`, `${secretOf(name)}\n`]));
  const named = Object.fromEntries(
    secretNames.flatMap((name) => [
      [name, undefined],
      [`${name}_FILE`, `/run/${name}`],
    ]),
  );
  assert.deepEqual(configOf(named, files), configOf({ SLACK_APP_TOKEN: secretOf('SLACK_APP_TOKEN') }));
});

test('line breaks and spaces inside a secret are kept', () => {
  const settings = { YEASTAR_CLIENT_SECRET: undefined, YEASTAR_CLIENT_SECRET_FILE: '/run/secret' };
  const { clientSecret } = configOf(settings, { '/run/secret': ' one\ntwo \n' }).yeastar;
  assert.equal(clientSecret, ' one\ntwo ');
});

test('a secret given both ways is a problem of its own, and neither value is told', () => {
  for (const name of secretNames) {
    const fileName = `${name}_FILE`;
    const problems = problemsOf({ [name]: secretOf(name), [fileName]: '/run/secret' }, { '/run/secret': canary });
    assert.deepEqual(problems, [{ name: fileName, problem: `is set together with ${name}; keep one` }]);
  }
});

test('a file that cannot be read is named by its setting, not by its path', () => {
  for (const name of secretNames.filter((secret) => secret !== 'SLACK_APP_TOKEN')) {
    const settings = { [name]: undefined, [`${name}_FILE`]: `/run/${canary}` };
    const problem = { name: `${name}_FILE`, problem: 'names a file that cannot be read' };
    assert.deepEqual(problemsOf(settings), [problem]);
  }
});

test('a broken secret from a file is reported without its content', () => {
  const settings = { SLACK_BOT_TOKEN: undefined, SLACK_BOT_TOKEN_FILE: '/run/secret' };
  assert.deepEqual(namesOf(problemsOf(settings, { '/run/secret': canary })), ['SLACK_BOT_TOKEN']);
  assert.doesNotMatch(errorOf(settings, { '/run/secret': canary }).message, new RegExp(canary));
});

test('an empty setting is no setting, so that a line may stay in .env', () => {
  const settings = { SLACK_BOT_TOKEN_FILE: '', SLACK_APP_TOKEN: ' ', YEASTAR_CA_FILE: '', LOG_LEVEL: '\t' };
  assert.deepEqual(configOf(settings), configOf());
});

test('only secrets may come from a file', () => {
  const settings = { YEASTAR_CLIENT_ID: undefined, YEASTAR_CLIENT_ID_FILE: '/run/id', LOG_LEVEL_FILE: '/run/level' };
  assert.deepEqual(namesOf(problemsOf(settings, { '/run/id': 'client' })), ['YEASTAR_CLIENT_ID']);
});

test('an empty secret file is a problem, not an empty secret', () => {
  const setting = { YEASTAR_CLIENT_SECRET: undefined, YEASTAR_CLIENT_SECRET_FILE: '/run/secret' };
  for (const content of ['', '\n', ' \n\n'])
    assert.match(namesOf(problemsOf(setting, { '/run/secret': content })).join(), /^YEASTAR_CLIENT_SECRET(_FILE)?$/);
});

test('an app-level token whose file cannot be read does not make the signing secret missing', () => {
  const setting = { SLACK_SIGNING_SECRET: undefined, SLACK_APP_TOKEN_FILE: '/nowhere' };
  assert.deepEqual(namesOf(problemsOf(setting)), ['SLACK_APP_TOKEN_FILE']);
});
