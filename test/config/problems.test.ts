import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ConfigError } from '../../src/config/problems.ts';
import { settings } from '../../src/config/settings.ts';
import { environmentSchema } from '../../src/config/values.ts';
import { errorOf, leastEnvironment, namesOf, problemsOf } from './environment.ts';

test('one problem is told as one, with what the setting is for and where to find its value', () => {
  const { message } = errorOf({ YEASTAR_CLIENT_ID: undefined });
  assert.equal(
    message,
    [
      'callsummary cannot start: one setting needs your attention.',
      '',
      '  YEASTAR_CLIENT_ID is missing.',
      `    What for: ${settings.YEASTAR_CLIENT_ID.purpose}`,
      `    Where:    ${settings.YEASTAR_CLIENT_ID.where}`,
      '',
      'Set them in the environment or in a file named .env; .env.example lists every setting.',
    ].join('\n'),
  );
});

test('several problems are counted and told one after the other', () => {
  const { message } = errorOf({ PORT: 'x', LOG_LEVEL: 'y', YEASTAR_CLIENT_ID: undefined });
  assert.match(message, /^callsummary cannot start: 3 settings need your attention\.\n/);
  for (const name of ['PORT', 'LOG_LEVEL', 'YEASTAR_CLIENT_ID'])
    assert.match(message, new RegExp(`^ {2}${name} `, 'm'));
});

test('a problem with a file is explained like the setting it stands for', () => {
  const { message } = errorOf({ YEASTAR_CLIENT_SECRET: undefined, YEASTAR_CLIENT_SECRET_FILE: '/nowhere' });
  assert.match(
    message,
    /YEASTAR_CLIENT_SECRET_FILE names a file that cannot be read\.\n {4}What for: Signs the app in/,
  );
});

test('a variable that is none of our settings is told without an explanation', () => {
  const { message } = new ConfigError([{ name: 'NODE_TLS_REJECT_UNAUTHORIZED', problem: 'is set' }]);
  assert.match(message, /\n {2}NODE_TLS_REJECT_UNAUTHORIZED is set\.\n\n/);
  assert.doesNotMatch(message, /What for/);
});

test('what is documented is what is read: the settings and their values name the same variables', () => {
  assert.deepEqual(Object.keys(settings).toSorted(), Object.keys(environmentSchema.shape).toSorted());
});

test('every setting says what it is for and where its value is found', () => {
  for (const [name, { purpose, where }] of Object.entries(settings)) {
    assert.match(purpose, /\w{2}.*\.$/, name);
    assert.ok(where.length > 5, name);
  }
});

test('the same problem is told once, and settings are counted, not problems', () => {
  assert.equal(problemsOf({ SLACK_API_URL: 'ftp://slack.example.com' }).length, 1);
  const { message } = errorOf({ YEASTAR_BASE_URL: 'http://user:word@pbx.example.com' });
  assert.match(message, /one setting needs your attention/);
});

test('problems are told in the order of the settings', () => {
  const nothing = Object.fromEntries(Object.keys(leastEnvironment).map((name) => [name, undefined]));
  const names = namesOf(problemsOf({ ...nothing, LOG_LEVEL: 'loud', PORT: 'http' }));
  assert.deepEqual(
    names,
    Object.keys(settings).filter((name) => names.includes(name)),
  );
});
