import { type Config, parseConfig } from '../config/config.ts';
import type { Environment, ReadTextFile } from '../config/files.ts';
import { ConfigError, type ConfigProblem } from '../config/problems.ts';
import { createInstallation, type Installation } from './installation.ts';

/** Where the doctor looks. */
export interface Whereabouts {
  readonly env: Environment;
  readonly readTextFile: ReadTextFile;
  /** The text of our manifest. */
  readonly readManifest: () => string;
  readonly now: () => Date;
  /** The extension to look up; null for the first there is. */
  readonly extensionNumber: string | null;
}

/** Who is examined: an installation, or the settings of one that cannot start. */
export interface Patient extends Whereabouts {
  readonly problems: readonly ConfigProblem[];
  /** For checks that need the settings. */
  installation(): Installation;
  close(): Promise<void>;
}

/** Reads the settings and opens nothing yet. */
export function createPatient(whereabouts: Whereabouts): Patient {
  const settings = readSettings(whereabouts);
  const installation = 'config' in settings ? createInstallation(settings.config, whereabouts.now) : null;
  return {
    ...whereabouts,
    problems: 'problems' in settings ? settings.problems : [],
    installation() {
      if (installation === null) throw new Error('a check looked at an installation without its settings');
      return installation;
    },
    close: async () => await installation?.close(),
  };
}

/** The access file is left out: it has a check of its own. */
function readSettings({
  env,
  readTextFile,
}: Whereabouts): { readonly config: Config } | { readonly problems: readonly ConfigProblem[] } {
  try {
    return { config: parseConfig({ ...env, CALLSUMMARY_ACCESS_FILE: undefined }, readTextFile) };
  } catch (thrown) {
    if (!(thrown instanceof ConfigError)) throw thrown;
    return { problems: thrown.problems };
  }
}
