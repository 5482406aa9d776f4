import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { problemsInMessage, problemsInModal } from '../simulators/slack/block-rules/index.ts';
import { galleryFiles, galleryMessages, galleryModals } from './support/gallery.ts';

process.env.TZ = 'UTC';
const folder = new URL('./gallery/', import.meta.url);

test('the gallery shows what the app says today (npm run gallery writes it anew)', () => {
  const files = galleryFiles();
  assert.deepEqual(readdirSync(folder).sort(), Object.keys(files).sort());
  for (const [name, content] of Object.entries(files)) {
    assert.equal(readFileSync(new URL(name, folder), 'utf8'), content, name);
  }
});

for (const [name, { text, blocks }] of Object.entries(galleryMessages)) {
  test(`Slack takes "${name}", and its text stands for it where only text is read`, () => {
    assert.deepEqual(problemsInMessage(JSON.parse(JSON.stringify(blocks))), []);
    assert.ok(text.length > 20 && text.length <= 4_000, `${text.length} characters`);
    assert.doesNotMatch(text, /<(?!@U0AGENT3202>)/, 'nothing in it is live, but the person who posted');
  });
}

for (const [name, view] of Object.entries(galleryModals)) {
  test(`Slack opens "${name}"`, () => {
    assert.deepEqual(problemsInModal(JSON.parse(JSON.stringify(view))), []);
  });
}
