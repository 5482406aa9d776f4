import { allowExternal } from '../../acts/allow-external.ts';
import type { Role } from '../../cast.ts';
import type { BrowserStage } from '../browser-stage.ts';
import type { Deed, Done } from '../contract.ts';
import { done, failed } from './deed-of.ts';
import { choose, click, tick } from './element.ts';
import { pickAnywhere, pickOnMessage } from './shortcut.ts';
import { type } from './type.ts';
import { close, submit } from './window.ts';

/** Somebody does something. Settles when Slack knows how the app took it; what it refuses comes back as a sentence. */
export async function doDeed(browser: BrowserStage, role: Role, deed: Deed): Promise<Done> {
  try {
    return await act(browser, role, deed);
  } catch (thrown) {
    return failed(thrown instanceof Error ? thrown.message : String(thrown));
  } finally {
    browser.news.ring();
  }
}

async function act({ stage, phoneSystem }: BrowserStage, role: Role, deed: Deed): Promise<Done> {
  switch (deed.kind) {
    case 'type':
      return await type({ stage, role, deed });
    case 'message-shortcut':
      return await pickOnMessage({ stage, role, deed });
    case 'global-shortcut':
      return await pickAnywhere({ stage, role, deed });
    case 'click':
      return await click({ stage, role, deed });
    case 'choose':
      return await choose({ stage, role, deed });
    case 'tick':
    case 'untick':
      return await tick({ stage, role, deed });
    case 'submit':
      return await submit({ stage, role, deed });
    case 'close':
      return await close({ stage, role, deed });
    case 'phone-system':
      phoneSystem.change(deed.change);
      return done;
    case 'allow-external':
      await allowExternal(stage, deed.allows);
      return done;
  }
}
