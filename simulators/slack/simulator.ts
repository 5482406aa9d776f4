import type { Patience } from './changes.ts';
import type { Changing } from './changing.ts';
import type { Channel, channels } from './channels.ts';
import type { Delivery, Repetition } from './deliveries.ts';
import type { Cut, SentEnvelope } from './envelopes.ts';
import type { Fault } from './faults.ts';
import type { ClickTwist } from './interactions/block-actions.ts';
import type { Choice } from './interactions/choosing.ts';
import type { RawRequest } from './interactions/raw-request.ts';
import type { GlobalShortcutTwist } from './interactions/shortcuts.ts';
import type { Suggested } from './interactions/suggesting.ts';
import type { Place } from './interactions/surface.ts';
import type { ChannelRef, PersonRef, Twist } from './interactions/who.ts';
import type { JsonObject } from './json.ts';
import type { Call, UrlResponse } from './ledger.ts';
import type { messages, SlackMessage } from './messages.ts';
import type { OpenView } from './open-view.ts';
import type { OutageKind } from './outage.ts';
import type { people } from './people.ts';
import type { groups } from './user-groups.ts';
import type { Entries, StateValues } from './view-state.ts';

/** What the app needs to connect, and what tests and people refer to. */
export interface Connecting {
  /** The value for SLACK_API_URL. */
  readonly apiUrl: string;
  /** Where response URLs start: the scheme, host and port of `apiUrl`. */
  readonly origin: string;
  readonly signingSecret: string;
  readonly botToken: string;
  readonly appToken: string;
  /** Where requests go in HTTP mode. */
  appUrl: string | undefined;
  /** The id of the app's bot user, as it stands among a channel's members. */
  readonly botUser: string;
  readonly people: typeof people;
  readonly groups: typeof groups;
  readonly channels: typeof channels;
  readonly messages: typeof messages;
}

/** What people do; each is brought to the app as Slack would, and settles when the app has acknowledged or run out of time. */
export interface Doing {
  types(person: PersonRef, channel: ChannelRef, text: string, twist?: Twist): Promise<Delivery>;
  choosesMessageShortcut(
    person: PersonRef,
    message: SlackMessage,
    callbackId: string,
    twist?: Twist,
  ): Promise<Delivery>;
  choosesGlobalShortcut(person: PersonRef, callbackId: string, twist?: GlobalShortcutTwist): Promise<Delivery>;
  /** Types into the open modal without submitting it. */
  fills(person: PersonRef, entries: Entries): void;
  submits(person: PersonRef, entries?: Entries, twist?: Twist): Promise<Delivery>;
  closes(person: PersonRef, twist?: Twist): Promise<Delivery | undefined>;
  /** Clicks a button, and says yes where it asks for confirmation. */
  clicks(person: PersonRef, where: Place, actionId: string, twist?: ClickTwist): Promise<Delivery>;
  /** Clicks a button that asks for confirmation and says no; gives the dialog. */
  declines(person: PersonRef, where: Place, actionId: string, twist?: Pick<ClickTwist, 'value'>): JsonObject;
  /** Opens a menu that asks the app for its options. Fields go by their action_id or block_id. */
  opens(person: PersonRef, where: Place, field: string, twist?: Twist): Promise<Suggested>;
  /** Types into such a menu. */
  typesInto(person: PersonRef, where: Place, field: string, typed: string, twist?: Twist): Promise<Suggested>;
  /** Chooses in a menu or among radio buttons; undefined where the app is not told. */
  chooses(person: PersonRef, where: Place, field: string, choice: Choice, twist?: Twist): Promise<Delivery | undefined>;
  ticks(person: PersonRef, where: Place, field: string, box: string, twist?: Twist): Promise<Delivery | undefined>;
  unticks(person: PersonRef, where: Place, field: string, box: string, twist?: Twist): Promise<Delivery | undefined>;
  sends(request: RawRequest): Promise<Delivery>;
  /** Brings the very same request again, or the envelope once more. */
  redelivers(delivery: Delivery, repetition?: Repetition): Promise<Delivery>;
  /** Says something in a channel, in mrkdwn as Slack keeps it (`<` as `&lt;`), without the app hearing of it. */
  says(person: PersonRef, channel: ChannelRef, text: string, thread?: { readonly thread_ts: string }): SlackMessage;
  /** Makes a channel with this person alone in it. */
  makesChannel(person: PersonRef, name: string, kind?: { readonly isPrivate?: boolean }): Channel;
  /** Types `/invite @callsummary`: the bot becomes a member. */
  invitesApp(channel: ChannelRef): void;
  /** Lets time go by for trigger ids, response URLs and message timestamps; signatures keep the machine's time. */
  passes(ms: number): void;
}

/** What can be read off afterwards. */
export interface Seeing {
  readonly calls: readonly Call[];
  callsTo(method: string): readonly Call[];
  readonly responses: readonly UrlResponse[];
  /** What stands in a channel for everybody; for a person, in their direct message with the app. */
  messagesIn(place: ChannelRef): readonly SlackMessage[];
  seenBy(person: PersonRef, channel: ChannelRef): readonly SlackMessage[];
  viewOf(person: PersonRef): OpenView | undefined;
  /** The conversations a person can read, as they are now; the direct message with the app among them once there is one. */
  channelsOf(person: PersonRef): readonly Channel[];
  /** What a person has put into the menus on a message. */
  valuesOn(person: PersonRef, message: SlackMessage): StateValues;
  until<T>(question: () => T | undefined, patience?: Patience): Promise<T>;
  /** Calls the listener whenever something in the workspace is different; gives what ends that. */
  watch(listener: () => void): () => void;
}

/** What can go wrong. */
export interface Failing {
  /** Makes the next call (or `times` calls) of a method, or of `response_url`, go wrong. */
  script(target: string, fault: Fault, times?: number): void;
  unscripts(): void;
  apiDown(kind?: OutageKind): Promise<void>;
  apiUp(): Promise<void>;
}

/** The Socket Mode side. */
export interface Socketing {
  readonly socketConnections: number;
  readonly envelopes: readonly SentEnvelope[];
  /** Waits for a connection; after a recycle or a drop, for one opened since. */
  socketReady(patience?: Patience): Promise<void>;
  /** Announces the end of all connections, as Slack does every few hours. */
  recyclesSocket(reason?: 'warning' | 'refresh_requested'): void;
  /** Breaks all connections at once, or one at the next envelope or acknowledgement. */
  dropsSocket(when?: { readonly at: Cut }): void;
  /** Leaves all connections open and dead. */
  silencesSocket(): void;
}

/** A Slack workspace on loopback. */
export interface SlackSimulator extends Connecting, Doing, Seeing, Failing, Socketing, AsyncDisposable {
  /** Makes people, channels and user groups different, without the app hearing of it. */
  readonly change: Changing;
  stop(): Promise<void>;
}
