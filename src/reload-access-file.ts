import type { CallSummaryApp } from './app.ts';
import { type ReadTextFile, readFileOf } from './config/files.ts';
import type { Logger } from './logger.ts';
import { describeUnquoted } from './services/access/file-problem.ts';

/**
 * Reads the access file again and has the app take it. One that is wrong, or cannot be read, leaves the rules as they are;
 * what has to be mended stands in the log.
 */
export function reloadAccessFile(
  path: string | undefined,
  readTextFile: ReadTextFile,
  app: Pick<CallSummaryApp, 'takeAccessFile' | 'rulesVersion'>,
  logger: Logger,
): void {
  const problems = path === undefined ? ['CALLSUMMARY_ACCESS_FILE is not set'] : problemsIn(path, readTextFile, app);
  const rules = app.rulesVersion();
  if (problems.length === 0) logger.info({ rules }, 'access file taken');
  else logger.error({ problems, rules }, 'access file not taken, the old rules stay; npm run access tells more');
}

function problemsIn(
  path: string,
  readTextFile: ReadTextFile,
  app: Pick<CallSummaryApp, 'takeAccessFile'>,
): readonly string[] {
  const file = readFileOf('CALLSUMMARY_ACCESS_FILE', path, readTextFile);
  return 'problem' in file
    ? [`CALLSUMMARY_ACCESS_FILE ${file.problem.problem}`]
    : app.takeAccessFile(file.value).map(describeUnquoted);
}
