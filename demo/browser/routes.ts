import type { IncomingMessage, ServerResponse } from 'node:http';
import type { BrowserStage } from './browser-stage.ts';
import type { Setup } from './contract.ts';
import { doDeed } from './deeds/index.ts';
import { send, sendJson } from './http/answer.ts';
import { readBody } from './http/body.ts';
import { Refusal } from './http/refusal.ts';
import { openMenu } from './menus/index.ts';
import type { PageFiles } from './page-files.ts';
import { deedRequest, menuRequest } from './request-shapes.ts';
import { roleNamed } from './role-named.ts';
import { streamScreen } from './screen/stream.ts';

/** What the routes answer from. */
export interface Answers {
  readonly browser: BrowserStage;
  readonly setup: Setup;
  readonly page: PageFiles;
}

type Route = (request: IncomingMessage, response: ServerResponse, answers: Answers) => Promise<void> | void;

const routes: ReadonlyMap<string, Route> = new Map<string, Route>([
  ['GET /setup', (_request, response, { setup }) => sendJson(response, setup)],
  [
    'GET /screen',
    (request, response, { browser }) =>
      streamScreen(response, browser, roleNamed(urlOf(request).searchParams.get('as'))),
  ],
  ['POST /deeds', takeDeed],
  ['POST /menu', takeMenu],
]);

/** Answers a request of the page. @throws {Refusal} for what there is not */
export async function route(request: IncomingMessage, response: ServerResponse, answers: Answers): Promise<void> {
  const { method = '' } = request;
  const { pathname } = urlOf(request);
  const found = routes.get(`${method} ${pathname}`);
  if (found !== undefined) return await found(request, response, answers);
  const file = answers.page.get(pathname);
  if (method !== 'GET' || file === undefined) throw new Refusal(404, `There is no ${method} ${pathname} here.`);
  send(response, 200, file.contentType, file.body);
}

async function takeDeed(request: IncomingMessage, response: ServerResponse, { browser }: Answers): Promise<void> {
  const { as, deed } = await readBody(request, deedRequest);
  sendJson(response, await doDeed(browser, roleNamed(as), deed));
}

async function takeMenu(request: IncomingMessage, response: ServerResponse, { browser }: Answers): Promise<void> {
  const { as, ...menu } = await readBody(request, menuRequest);
  sendJson(response, await openMenu({ stage: browser.stage, role: roleNamed(as) }, menu));
}

const urlOf = ({ url = '/' }: IncomingMessage): URL => new URL(`http://demo${url.startsWith('/') ? url : '/'}`);
