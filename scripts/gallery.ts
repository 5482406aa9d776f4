// Rewrites test/gallery: everything the app can say, as files to look at. The difference is reviewed like a screenshot.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { galleryFiles } from '../test/support/gallery.ts';

process.env.TZ = 'UTC'; // the pictures show the reader's local time; this reader lives in Greenwich

const folder = new URL('../test/gallery/', import.meta.url);
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (const [name, content] of Object.entries(galleryFiles())) writeFileSync(new URL(name, folder), content);
