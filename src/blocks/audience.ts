import type { RichTextElement } from '@slack/types';
import type { ChannelTarget } from '../services/access/decision.ts';
import { escapeMrkdwn } from './kit.ts';
import type { Message } from './message.ts';
import { richTextLine } from './rich-text.ts';

/** What is known of those who will see a post. */
export interface Audience {
  readonly channelId: string;
  /** Without the "#"; null for direct messages, and where Slack does not say. */
  readonly name: string | null;
  readonly kind: 'public' | 'private' | 'direct' | 'unknown';
  /** How many people are in it, the app left out; null where Slack does not say. */
  readonly people: number | null;
  readonly sharing: ChannelTarget['sharing'];
  readonly isArchived: boolean;
}

/**
 * Who will see a post, for the person who is about to make it, as one line: "#inc-482 · private · 48 people". The block
 * leaves the channel's name to Slack, which shows it only to people who may know it; the text names public channels only,
 * because it also stands in notifications and exports.
 */
export function audienceMessage(audience: Audience): Message {
  const details = detailsOf(audience).map((detail) => ` · ${detail}`);
  const text = [placeInWords(audience), ...details].join('');
  return { text: escapeMrkdwn(text), blocks: [richTextLine(placeElement(audience), ...details)] };
}

function placeElement(audience: Audience): RichTextElement | string {
  return audience.kind === 'direct' ? placeInWords(audience) : { type: 'channel', channel_id: audience.channelId };
}

function placeInWords({ kind, name }: Audience): string {
  if (kind === 'public' && name !== null) return `#${name}`;
  return places[kind];
}

const places: Readonly<Record<Audience['kind'], string>> = {
  public: 'This channel',
  private: 'This channel',
  direct: 'A direct message',
  unknown: 'This conversation',
};

function detailsOf(audience: Audience): readonly string[] {
  const archived = audience.isArchived ? ['archived'] : [];
  if (audience.sharing === 'unknown') return [...archived, 'I couldn’t check who reads along there.'];
  return [...opennessOf(audience), ...headcountOf(audience), ...archived];
}

/** Whom it is open to. A channel that is private here may be public in another organisation, so there that is not said. */
function opennessOf({ kind, sharing }: Audience): readonly string[] {
  if (sharing === 'external') return ['shared with another organisation'];
  if (sharing === 'external_pending') return ['about to be shared with another organisation'];
  const ownKind = kind === 'private' ? ['private'] : [];
  if (sharing === 'own_organisation') return [...ownKind, 'shared across your organisation'];
  return kind === 'public' ? ['public, anyone in your workspace can read it'] : ownKind;
}

function headcountOf({ people }: Audience): readonly string[] {
  if (people === null) return [];
  if (people === 0) return ['nobody is in it yet'];
  return [people === 1 ? '1 person' : `${people} people`];
}
