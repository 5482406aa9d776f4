import { Writable } from 'node:stream';
import { type PbxSimulator, startPbx } from '../../simulators/pbx/index.ts';
import { type SlackSimulator, startSlack } from '../../simulators/slack/index.ts';
import { createApp } from '../../src/app.ts';
import { parseConfig } from '../../src/config/config.ts';
import { createLogger } from '../../src/logger.ts';
import { settingsFor } from '../../test/support/settings.ts';

/** What the app says in its log about one request. */
export interface LogLine {
  readonly msg: string;
  readonly outcome?: string;
  readonly errorName?: string;
  readonly stack?: unknown;
  readonly slackSdk?: string;
}

/** The real app between a simulated Slack and a simulated PBX, and the lines it logs about requests. */
export interface Office extends AsyncDisposable {
  readonly slack: SlackSimulator;
  readonly pbx: PbxSimulator;
  readonly port: number;
  /** Forgets the lines that were not asked for. */
  forgetLines(): void;
  /** The next line about a request that was not given yet; null if none comes for so many milliseconds. */
  nextLine(ms: number): Promise<LogLine | null>;
}

/** Opens an office. `onEnd` is told whenever the app is done with a request. */
export async function openOffice(onEnd: () => void): Promise<Office> {
  const slack = await startSlack();
  const pbx = await startPbx({ recentCalls: 20 });
  const lines: LogLine[] = [];
  let wake = () => {};
  const log = new Writable({
    write(chunk, _encoding, done) {
      const line: LogLine = JSON.parse(String(chunk));
      if (line.msg === 'request') lines.push(line);
      // By now it is acknowledged, or nothing will do so any more.
      if (line.msg === 'request' || line.slackSdk?.startsWith('Could not determine')) onEnd();
      wake();
      done();
    },
  });
  const app = createApp(
    parseConfig(settingsFor(slack, pbx), () => ''),
    createLogger('info', log),
  );
  const port = await app.start();
  slack.appUrl = `http://127.0.0.1:${port}/slack/events`;
  return {
    slack,
    pbx,
    port,
    forgetLines: () => void lines.splice(0),
    async nextLine(ms) {
      if (lines.length > 0) return lines.shift() ?? null;
      const { promise, resolve } = Promise.withResolvers<void>();
      const timer = setTimeout(resolve, ms);
      wake = () => (lines.length > 0 ? resolve() : undefined);
      await promise;
      clearTimeout(timer);
      return lines.shift() ?? null;
    },
    async [Symbol.asyncDispose]() {
      await app.stop();
      await Promise.all([slack.stop(), pbx.stop()]);
    },
  };
}
