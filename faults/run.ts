import { healthyAgain } from './afterwards.ts';
import { bounded } from './bounded.ts';
import type { Fault } from './fault.ts';
import { perform, type Row, rowWithoutStage } from './perform.ts';
import { openScene, type Scene } from './scene.ts';

/** Stages at the same time; most of what happens on one is waiting. */
const lanes = 4;
/** Faults that share one stage, at most. */
const mostTogether = 8;

/** Performs all faults, some at a time; tells of each row as soon as it is known, and gives all in the order of the faults.
 * A stage that cannot be set is a failed row, too. */
export async function run(faults: readonly Fault[], tell: (row: Row) => void): Promise<readonly Row[]> {
  const rows = new Map<Fault, Row>();
  const note: Note = (fault, row) => {
    rows.set(fault, row);
    tell(row);
  };
  const isHeavy = (fault: Fault) => fault.isHeavy === true;
  await inLanes(lanes, companies(faults.filter((fault) => !isHeavy(fault))), note);
  await inLanes(1, companies(faults.filter(isHeavy)), note);
  return faults.flatMap((fault) => rows.get(fault) ?? []);
}

type Note = (fault: Fault, row: Row) => void;

async function inLanes(count: number, queue: Fault[][], note: Note): Promise<void> {
  const work = async () => {
    for (let company = queue.shift(); company !== undefined; company = queue.shift()) await performAll(company, note);
  };
  await Promise.all(Array.from({ length: count }, work));
}

/** Faults that share a stage, one after the other; the large companies begin. */
function companies(faults: readonly Fault[]): Fault[][] {
  const alone = faults.filter(({ setting }) => setting !== undefined);
  const together = faults.filter(({ setting }) => setting === undefined);
  return [...dealt(together, Math.ceil(together.length / mostTogether)), ...alone.map((fault) => [fault])];
}

/** Deals like cards, so that what takes long, and stands together in the catalogue, comes into different hands. */
const dealt = (faults: readonly Fault[], hands: number): Fault[][] =>
  Array.from({ length: hands }, (_, hand) => faults.filter((_fault, at) => at % hands === hand));

async function performAll(company: readonly Fault[], note: Note): Promise<void> {
  let scene: Scene | null = null;
  for (const fault of company) {
    try {
      scene ??= await openFor(fault);
    } catch (thrown) {
      note(fault, rowWithoutStage(fault, thrown));
      continue;
    }
    const row = await perform(fault, scene);
    note(fault, row);
    if (row.outcome !== 'failed') continue;
    // What has failed may have left anything behind.
    await clear(scene);
    scene = null;
  }
  if (scene !== null) await clear(scene);
}

/** On the usual stage faults happen to an app that has been at work. */
async function openFor({ setting }: Fault): Promise<Scene> {
  const scene = await openScene(setting);
  try {
    if (setting === undefined) await healthyAgain(scene, 'summary');
    return scene;
  } catch (thrown) {
    await clear(scene);
    throw thrown;
  }
}

const clearingMs = 10_000;

/** A stage on which something has failed may not come down by itself. */
const clear = async (scene: Scene): Promise<void> =>
  await bounded(clearingMs, Promise.resolve(scene[Symbol.asyncDispose]())).catch(() => {});
