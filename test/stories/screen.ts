import type { OpenView, SlackMessage } from '../../simulators/slack/index.ts';
import { drawMessage, drawView } from '../../simulators/slack/terminal/index.ts';

/** A message as a person reads it, in plain words. */
export const read = (message: SlackMessage): string => drawMessage(message, { colour: false, width: 200 });

/** A window as a person reads it; empty when none is open. */
export const readView = (view: OpenView | undefined): string =>
  view === undefined ? '' : drawView(view, { colour: false, width: 200 });
