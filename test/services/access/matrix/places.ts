import type { ChannelTarget, DenyRule, Target } from '../../../../src/services/access/decision.ts';

/** Somewhere an answer may go; and what stands in the way, by `allow_external`, written down by hand. */
export interface Place {
  readonly name: string;
  readonly target: Target;
  readonly refused: { readonly externalForbidden: DenyRule | null; readonly externalAllowed: DenyRule | null };
}

export const closedChannel = 'C0CLOSED';

const channel = (sharing: ChannelTarget['sharing'], isOutsideConfirmed = false, channelId = 'C0OPEN'): Target => ({
  kind: 'channel',
  channelId,
  sharing,
  isOutsideConfirmed,
});

const place = (
  name: string,
  target: Target,
  externalForbidden: DenyRule | null,
  externalAllowed: DenyRule | null = externalForbidden,
): Place => ({ name, target, refused: { externalForbidden, externalAllowed } });

export const places: readonly Place[] = [
  place('for their eyes only', { kind: 'private_answer' }, null),
  place('a channel of the workspace', channel('own_workspace'), null),
  place('a channel of the whole organisation', channel('own_organisation'), null),
  place('a shared channel', channel('external'), 'external_channel', 'outsiders_unconfirmed'),
  place('a shared channel, confirmed', channel('external', true), 'external_channel', null),
  place('a channel about to be shared', channel('external_pending'), 'external_channel', 'outsiders_unconfirmed'),
  place('a channel about to be shared, confirmed', channel('external_pending', true), 'external_channel', null),
  place('a conversation nobody knows about', channel('unknown'), 'channel_not_verified'),
  place('a conversation nobody knows about, confirmed', channel('unknown', true), 'channel_not_verified'),
  place('a closed channel', channel('own_workspace', false, closedChannel), 'closed_channel'),
  place('a closed channel that is shared, confirmed', channel('external', true, closedChannel), 'closed_channel'),
];
