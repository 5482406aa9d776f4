import type { Deed, Done, Menu, MenuRequest, Setup } from '../../../demo/browser/contract.ts';
import type { PageFiles } from '../../../demo/browser/page-files.ts';
import { servePage } from '../../../demo/browser/serve.ts';
import { type Stage, setStage } from '../../../demo/stage.ts';
import { type Visitor, visit } from './visitor.ts';

/** The demo's page on a stage of its own, as a browser would use it. */
export interface OpenPage {
  /** Without a slash at its end. */
  readonly origin: string;
  readonly stage: Stage;
  setup(): Promise<Setup>;
  does(role: string, deed: Deed): Promise<Done>;
  opens(role: string, menu: Omit<MenuRequest, 'as'>): Promise<Menu>;
  /** Opens a tab as somebody, which follows their screen until the page is closed. */
  tab(role: string): Promise<Visitor>;
  close(): Promise<void>;
}

/** What stands for the page itself, whose look is no concern here. */
export const blankPage: PageFiles = new Map([['/', { contentType: 'text/html', body: '<p>The page</p>' }]]);

export async function openPage(): Promise<OpenPage> {
  const stage = await setStage();
  const page = await servePage(stage, 0, Promise.resolve(blankPage));
  const origin = page.address.slice(0, -1);
  const leaving = new AbortController();
  const post = async (path: string, body: object) => await posted(origin, path, body);
  return {
    origin,
    stage,
    setup: async () => (await (await fetch(`${origin}/setup`)).json()) as Setup,
    does: async (as, deed) => (await post('/deeds', { as, deed })) as Done,
    opens: async (as, menu) => (await post('/menu', { as, ...menu })) as Menu,
    tab: (role) => visit(origin, role, leaving.signal),
    async close() {
      leaving.abort();
      await page[Symbol.asyncDispose]();
      await stage[Symbol.asyncDispose]();
    },
  };
}

async function posted(origin: string, path: string, body: object) {
  const headers = { origin, 'content-type': 'application/json' };
  const response = await fetch(`${origin}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(await response.text());
  return await response.json();
}
