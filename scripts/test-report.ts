// A reporter for node --test: everything `spec` says, and before its last lines how much of each room the tests reach.
// Node's own thresholds know only the whole; ours are by room, and too little makes the run fail.
import { relative, sep } from 'node:path';
import { Readable } from 'node:stream';
import type { TestEvent } from 'node:test/reporters';
import { spec } from 'node:test/reporters';
import { coveredRooms, type FileCoverage, leastPercent, missedBranches, roomCoverage } from './room-coverage.ts';

/** The reporter, as `--test-reporter` wants it. */
export default async function* report(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  for await (const said of Readable.from(withRooms(events)).pipe(new spec())) yield String(said);
}

const lastWords = /^(tests|suites|pass|fail|cancelled|skipped|todo|duration_ms) /;

async function* withRooms(events: AsyncIterable<TestEvent>): AsyncGenerator<TestEvent> {
  const last: TestEvent[] = [];
  for await (const event of events) {
    if (event.type === 'test:coverage') yield* judged(filesOf(event));
    else if (event.type === 'test:diagnostic' && event.data.nesting === 0 && lastWords.test(event.data.message))
      last.push(event);
    else yield event;
  }
  yield* last;
}

const filesOf = ({ data: { summary } }: Extract<TestEvent, { type: 'test:coverage' }>): readonly FileCoverage[] =>
  summary.files.map((file) => ({ ...file, path: relative(summary.workingDirectory, file.path).split(sep).join('/') }));

function* judged(files: readonly FileCoverage[]): Generator<TestEvent> {
  for (const { room, words, isEnough } of coveredRooms.map((each) => roomCoverage(each, files))) {
    yield line(words);
    if (isEnough) continue;
    process.exitCode = 1;
    yield line(
      `that is too little: of the branches in ${room}, ${leastPercent} % have to be taken by a test. Not taken:`,
    );
    yield* missedBranches(room, files).map((missed) => line(`  ${missed}`));
  }
}

const line = (message: string): TestEvent => ({
  type: 'test:diagnostic',
  data: { message, nesting: 0, level: 'info' },
});
