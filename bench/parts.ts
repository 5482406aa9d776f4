import { part as htmlToSlack } from './html-to-slack/index.ts';
import type { Part } from './report/figure.ts';

/** Every part of the bench, in the order of the report. To add one, name it here. */
export const parts: readonly Part[] = [htmlToSlack];
