import { z } from 'zod';
import type { Deed, DeedRequest, MenuRequest, PhoneSystemChange, Where } from './contract.ts';

const where: z.ZodType<Where> = z.union([z.literal('window'), z.strictObject({ channel: z.string(), ts: z.string() })]);

const phoneSystemChange: z.ZodType<PhoneSystemChange> = z.union([
  z.strictObject({ slow: z.boolean() }),
  z.strictObject({ down: z.boolean() }),
  z.strictObject({ noSummaryYet: z.boolean() }),
  z.strictObject({ revokeToken: z.literal(true) }),
]);

const inChannel = { channel: z.string() };
const inField = { where, field: z.string(), value: z.string() };

const deed: z.ZodType<Deed> = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('type'),
    ...inChannel,
    text: z.string(),
    threadTs: z.exactOptional(z.string()),
  }),
  z.strictObject({ kind: z.literal('message-shortcut'), callbackId: z.string(), ...inChannel, ts: z.string() }),
  z.strictObject({ kind: z.literal('global-shortcut'), callbackId: z.string(), ...inChannel }),
  z.strictObject({ kind: z.literal('click'), where, actionId: z.string(), value: z.exactOptional(z.string()) }),
  z.strictObject({ kind: z.literal('choose'), ...inField }),
  z.strictObject({ kind: z.enum(['tick', 'untick']), ...inField }),
  z.strictObject({ kind: z.literal('submit'), entries: z.record(z.string(), z.string()) }),
  z.strictObject({ kind: z.literal('close') }),
  z.strictObject({ kind: z.literal('phone-system'), change: phoneSystemChange }),
  z.strictObject({ kind: z.literal('allow-external'), allows: z.boolean() }),
]);

/** The body of `POST /deeds`. */
export const deedRequest: z.ZodType<DeedRequest> = z.strictObject({ as: z.string(), deed });

/** The body of `POST /menu`. */
export const menuRequest: z.ZodType<MenuRequest> = z.strictObject({
  as: z.string(),
  where,
  field: z.string(),
  typed: z.string(),
});
