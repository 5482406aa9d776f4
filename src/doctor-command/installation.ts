import type { Config } from '../config/config.ts';
import { createPbxVisit, type PbxVisit } from './pbx/pbx-visit.ts';
import { createSlackVisit, type SlackVisit } from './slack/slack-visit.ts';

/** What can be examined once the settings are complete. */
export interface Installation {
  readonly config: Config;
  readonly pbx: PbxVisit;
  readonly slack: SlackVisit;
  /** Gives back what was taken at the PBX. */
  close(): Promise<void>;
}

/** Opens nothing yet. */
export function createInstallation(config: Config, now: () => Date): Installation {
  const pbx = createPbxVisit(config, now);
  return { config, pbx, slack: createSlackVisit(config.slack, now), close: () => pbx.close() };
}
