// What the demo's page and its server say to each other. The page draws and passes on what people do; everything it shows
// comes from the simulated Slack, and everything that is decided is decided by the app behind it.

/** A block, an element or another JSON object of Slack's, as the app sent it. */
export type SlackJson = Readonly<Record<string, unknown>>;

/** `GET /setup`: what stays the same while the demo runs. */
export interface Setup {
  readonly workspace: { readonly name: string };
  /** Everybody one can be; the first is who one begins as. */
  readonly people: readonly PersonCard[];
  readonly commands: readonly CommandHint[];
  readonly shortcuts: readonly ShortcutEntry[];
  readonly calls: readonly CallCard[];
  /** The names behind the ids in messages: people, the app, conversations. */
  readonly names: Readonly<Record<string, string>>;
}

/** Somebody one can be. */
export interface PersonCard {
  /** As one asks for it: "agent". */
  readonly role: string;
  readonly id: string;
  readonly name: string;
  /** What they may do, in a few words. */
  readonly may: string;
  /** Whether the message box is there for them at all; people of other organisations only click. */
  readonly types: boolean;
}

/** A slash command, as the manifest describes it. */
export interface CommandHint {
  readonly command: string;
  readonly description: string;
  readonly usageHint: string;
}

/** A shortcut, as the manifest describes it. */
export interface ShortcutEntry {
  readonly name: string;
  readonly description: string;
  readonly callbackId: string;
  readonly type: 'message' | 'global';
}

/** A sample call of the simulated PBX. */
export interface CallCard {
  readonly cdrId: string;
  readonly extensionNumber: string;
  /** What it is an example of. */
  readonly shows: string;
}

/** What one person has before them now: an event of `GET /screen?as=ROLE` (server-sent events, one whole screen each). */
export interface Screen {
  readonly channels: readonly ChannelCard[];
  /** The window on top, if one is open. */
  readonly window: WindowCard | null;
  readonly phoneSystem: PhoneSystemCard;
  /** Whether the access file lets summaries go where another organisation reads along. */
  readonly allowsExternal: boolean;
}

/** A conversation the person can see, with its messages, oldest first. */
export interface ChannelCard {
  readonly id: string;
  readonly name: string;
  readonly kind: 'public' | 'private' | 'direct' | 'group';
  readonly isShared: boolean;
  readonly isArchived: boolean;
  readonly memberCount: number;
  readonly hasApp: boolean;
  readonly messages: readonly MessageCard[];
}

/** A message as this person sees it. */
export interface MessageCard {
  readonly ts: string;
  readonly author: { readonly id: string; readonly name: string; readonly kind: 'person' | 'app' | 'slackbot' };
  /** Mrkdwn, as Slack keeps it. */
  readonly text: string;
  readonly blocks: readonly SlackJson[];
  /** What the person put into the menus on it, by block_id and action_id. */
  readonly values: Readonly<Record<string, Readonly<Record<string, SlackJson>>>>;
  /** "Only visible to you". */
  readonly onlyYou: boolean;
  readonly threadTs?: string;
  readonly isEdited: boolean;
}

/** The open window, and what stands in its fields by block_id and action_id. */
export interface WindowCard {
  readonly id: string;
  readonly hash: string;
  readonly title: string;
  readonly submit: string | null;
  readonly close: string | null;
  readonly blocks: readonly SlackJson[];
  readonly values: Readonly<Record<string, Readonly<Record<string, SlackJson>>>>;
  /** Below fields, by block_id. */
  readonly errors: Readonly<Record<string, string>>;
  /** What Slack says at the foot of the window when the app did not answer properly. */
  readonly notice: string | null;
}

/** The simulated PBX: how it is doing, and what it was asked. */
export interface PhoneSystemCard {
  readonly isSlow: boolean;
  readonly isDown: boolean;
  readonly hasNoSummaryYet: boolean;
  readonly liveTokens: number;
  readonly openConnections: number;
  /**
   * The newest first, at most twenty. `answered` is the PBX's errmsg such as "SUCCESS"; "not yet", or "nothing" where the
   * app left before an answer.
   */
  readonly requests: readonly { readonly at: number; readonly endpoint: string; readonly answered: string }[];
}

/** Where a button or a field is: in the window, or on a message. */
export type Where = 'window' | { readonly channel: string; readonly ts: string };

/** `POST /deeds`: something a person does. Answered by a `Done`; what came of it shows in the next screen. */
export interface DeedRequest {
  readonly as: string;
  readonly deed: Deed;
}

export type Deed =
  /** Sends what stands in the message box: a command, or words. */
  | { readonly kind: 'type'; readonly channel: string; readonly text: string; readonly threadTs?: string }
  | { readonly kind: 'message-shortcut'; readonly callbackId: string; readonly channel: string; readonly ts: string }
  | { readonly kind: 'global-shortcut'; readonly callbackId: string; readonly channel: string }
  /** A button, after the person has said yes where it asks. */
  | { readonly kind: 'click'; readonly where: Where; readonly actionId: string; readonly value?: string }
  | { readonly kind: 'choose'; readonly where: Where; readonly field: string; readonly value: string }
  | { readonly kind: 'tick' | 'untick'; readonly where: Where; readonly field: string; readonly value: string }
  /** Types into fields of the window and presses its button. */
  | { readonly kind: 'submit'; readonly entries: Readonly<Record<string, string>> }
  | { readonly kind: 'close' }
  | { readonly kind: 'phone-system'; readonly change: PhoneSystemChange }
  | { readonly kind: 'allow-external'; readonly allows: boolean };

/** A switch of the simulated PBX. */
export type PhoneSystemChange =
  | { readonly slow: boolean }
  | { readonly down: boolean }
  | { readonly noSummaryYet: boolean }
  | { readonly revokeToken: true };

/** How a deed went. `problem` is a sentence for the person, such as Slack's own that commands do not work in threads. */
export type Done = { readonly ok: true } | { readonly ok: false; readonly problem: string };

/** `POST /menu`: opens a menu whose entries Slack or the app knows, or types into it. Answered by a `Menu`. */
export interface MenuRequest {
  readonly as: string;
  readonly where: Where;
  readonly field: string;
  readonly typed: string;
}

/** What a menu offers, or why it is empty. */
export interface Menu {
  readonly entries: readonly MenuEntry[];
  readonly problem?: string;
}

export interface MenuEntry {
  readonly value: string;
  readonly label: string;
  readonly description?: string;
  readonly group?: string;
}
