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
  app: Pick<CallSummaryApp, 'takeAccessFile'>,
  logger: Logger,
): void {
  const problems = path === undefined ? ['CALLSUMMARY_ACCESS_FILE is not set'] : problemsIn(path, readTextFile, app);
  if (problems.length > 0) logger.error({ problems }, 'access file not taken, the old rules stay');
  else logger.info('access file taken');
}

function problemsIn(
  path: string,
  readTextFile: ReadTextFile,
  app: Pick<CallSummaryApp, 'takeAccessFile'>,
): readonly string[] {
  const file = readFileOf('CALLSUMMARY_ACCESS_FILE', path, readTextFile);
  return 'problem' in file ? [`it ${file.problem.problem}`] : app.takeAccessFile(file.value).map(describeUnquoted);
}
