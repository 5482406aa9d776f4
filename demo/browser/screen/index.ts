import type { Role } from '../../cast.ts';
import type { BrowserStage } from '../browser-stage.ts';
import type { Screen } from '../contract.ts';
import { channelCards } from './channel-cards.ts';
import { phoneSystemCard } from './phone-system-card.ts';
import { windowCard } from './window-card.ts';

/** What somebody has before them now. */
export function screenOf({ stage, phoneSystem }: BrowserStage, { person }: Role): Screen {
  const view = stage.slack.viewOf(person);
  return {
    channels: channelCards(stage.slack, person),
    window: view === undefined ? null : windowCard(view),
    phoneSystem: phoneSystemCard(phoneSystem),
    allowsExternal: stage.folder.accessWish.allowsExternal,
  };
}
