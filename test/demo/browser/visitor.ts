import { EventEmitter, once } from 'node:events';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import type { ChannelCard, MessageCard, Screen } from '../../../demo/browser/contract.ts';

/** Somebody who looks at their screen. */
export interface Visitor {
  readonly screen: Screen;
  channel(name: string): ChannelCard;
  /** The newest message in a channel that the app has posted, or that Slack says something in. */
  readonly newest: (channel: string) => MessageCard | undefined;
  /** Gives the first answer that is not undefined, of this screen or a later one. */
  until<T>(question: (screen: Screen) => T | undefined): Promise<T>;
  /** Waits for such a message, newest first. */
  untilSaid(channel: string, words: RegExp): Promise<MessageCard>;
}

const patienceMs = 15_000;

/** Opens a tab as somebody, and waits for their first screen. */
export async function visit(origin: string, role: string, leaving: AbortSignal): Promise<Visitor> {
  const screens = await follow(`${origin}/screen?as=${role}`, leaving);
  const channelOf = (screen: Screen, name: string) => screen.channels.find((one) => one.name === name);
  const said = (screen: Screen, name: string) =>
    channelOf(screen, name)?.messages.filter(({ author }) => author.kind !== 'person') ?? [];
  const visitor: Visitor = {
    get screen() {
      return screens.newest;
    },
    channel(name) {
      const found = channelOf(screens.newest, name);
      if (found === undefined) throw new Error(`There is no #${name} on the screen.`);
      return found;
    },
    newest: (channel) => said(screens.newest, channel).at(-1),
    async until(question) {
      for (;;) {
        const answer = question(screens.newest);
        if (answer !== undefined) return answer;
        await screens.next();
      }
    },
    untilSaid: (channel, words) =>
      visitor.until((screen) => said(screen, channel).findLast(({ text }) => words.test(text))),
  };
  return visitor;
}

async function follow(url: string, leaving: AbortSignal) {
  const { body } = await fetch(url, { signal: leaving });
  if (body === null) throw new Error('There is no stream of screens.');
  const told = new EventEmitter<{ screen: [Screen] }>();
  const next = async (): Promise<Screen> => {
    const [screen] = await once(told, 'screen', { signal: AbortSignal.timeout(patienceMs) });
    return screen;
  };
  const first = next();
  // A tab that is closed breaks its stream off.
  const stream = Readable.fromWeb(body).on('error', () => undefined);
  createInterface({ input: stream })
    .on('line', (line) => {
      if (line.startsWith('data: ')) told.emit('screen', JSON.parse(line.slice('data: '.length)));
    })
    .on('error', () => undefined);
  let newest = await first;
  told.on('screen', (screen) => {
    newest = screen;
  });
  return {
    get newest() {
      return newest;
    },
    next,
  };
}
