import { createSqliteStore } from '../../../src/store/sqlite-store.ts';
import { account } from '../support.ts';

// Tries to sign in and is refused each time: `sign-in.ts FILE HOW_OFTEN MOST`. Prints how many attempts it was given.
const [file = '', howOften = '', most = ''] = process.argv.slice(2);
const store = createSqliteStore(file);
const signIns = store.signInsOf(account);
let begun = 0;
for (let time = 0; time < Number(howOften); time += 1) {
  const attempt = await signIns.begin(Number(most));
  if (attempt !== null) begun += 1;
  await attempt?.refused();
}
process.stdout.write(`${begun}\n`);
await store.close();
