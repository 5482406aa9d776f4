import { part as commandPath } from './command-path/index.ts';
import { part as fuzz } from './fuzz/index.ts';
import { part as htmlToSlack } from './html-to-slack/index.ts';
import { part as leaks } from './leaks/index.ts';
import { part as pbxEconomy } from './pbx-economy/index.ts';
import type { Part } from './report/figure.ts';

/** Every part of the bench, in the order of the report. To add one, name it here. */
export const parts: readonly Part[] = [htmlToSlack, commandPath, pbxEconomy, leaks, fuzz];
