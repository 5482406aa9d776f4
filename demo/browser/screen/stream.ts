import type { ServerResponse } from 'node:http';
import type { Role } from '../../cast.ts';
import type { BrowserStage } from '../browser-stage.ts';
import { begin } from '../http/answer.ts';
import { screenOf } from './index.ts';

/** Sends somebody's screen now, and whenever it is another one, as server-sent events until the page leaves. */
export function streamScreen(response: ServerResponse, stage: BrowserStage, role: Role): void {
  let shown = '';
  const show = () => {
    // A page that does not keep up gets the newest screen once it does, and none of those between.
    if (response.writableNeedDrain) return;
    const screen = JSON.stringify(screenOf(stage, role));
    if (screen === shown) return;
    shown = screen;
    response.write(`data: ${screen}\n\n`);
  };
  begin(response, 200, 'text/event-stream');
  response.on('drain', show);
  response.once('close', stage.news.watch(show));
  show();
}
