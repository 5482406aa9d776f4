import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Stage } from '../stage.ts';
import { send } from './http/answer.ts';
import { mustBeOurPage } from './http/guard.ts';
import { Refusal } from './http/refusal.ts';
import { newsFrom } from './news.ts';
import { buildPage } from './page-files.ts';
import { withSwitches } from './phone-system.ts';
import { type Answers, route } from './routes.ts';
import { setup } from './setup.ts';
import { makeSmallTalk } from './small-talk.ts';

/** The demo's page, served on this machine. */
export interface ServedPage extends AsyncDisposable {
  /** What one opens: "http://127.0.0.1:4711/". */
  readonly address: string;
}

/** Serves the page on 127.0.0.1. Port 0 takes a free one. @throws where the page cannot be built or the port is taken */
export async function servePage(stage: Stage, port = 0, building = buildPage()): Promise<ServedPage> {
  using parts = new DisposableStack();
  const news = parts.use(newsFrom(stage));
  const browser = { stage, phoneSystem: withSwitches(stage.pbx), news };
  const answers: Answers = { browser, setup: setup(), page: await building };
  const server = createServer((request, response) => void answer(request, response, answers));
  const address = await listen(server, port);
  makeSmallTalk(stage.slack);
  const rest = parts.move();
  return {
    address,
    async [Symbol.asyncDispose]() {
      rest.dispose();
      server.closeAllConnections();
      await server[Symbol.asyncDispose]();
    },
  };
}

async function listen(server: Server, port: number): Promise<string> {
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('The page has no port.');
  return `http://127.0.0.1:${bound.port}/`;
}

async function answer(request: IncomingMessage, response: ServerResponse, answers: Answers): Promise<void> {
  try {
    mustBeOurPage(request);
    await route(request, response, answers);
  } catch (thrown) {
    refuse(response, thrown);
  }
}

function refuse(response: ServerResponse, thrown: unknown): void {
  if (response.headersSent) return void response.destroy();
  const status = thrown instanceof Refusal ? thrown.status : 500;
  send(response, status, 'text/plain; charset=utf-8', thrown instanceof Error ? thrown.message : String(thrown));
}
