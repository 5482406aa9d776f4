import { type ServedPage, servePage } from './browser/serve.ts';
import type { UntilStopped } from './end-early.ts';
import type { Stage } from './stage.ts';

/** Serves the page and nothing else until somebody ends the demo. */
export async function showPage(stage: Stage, port: number, untilStopped: UntilStopped): Promise<void> {
  await using page = await pageIfItCanBe(stage, port);
  if (page === null) {
    process.exitCode = 1;
    return;
  }
  console.log(`Open ${page.address}\n\n${whatItIs}\n\nCtrl+C ends it.`);
  await untilStopped();
}

const whatItIs =
  'A simulated Slack and a simulated PBX with the real app between them. Nothing leaves this machine, and only this\n' +
  'machine can open the page.';

/** Serves the page; where that cannot be, says why in a sentence and gives null. */
export async function pageIfItCanBe(stage: Stage, port: number): Promise<ServedPage | null> {
  try {
    return await servePage(stage, port);
  } catch (thrown) {
    const reason = (thrown instanceof Error ? thrown.message : String(thrown)).split('\n', 2).join(' ');
    console.error(`The page cannot be shown. ${reason}`);
    return null;
  }
}
