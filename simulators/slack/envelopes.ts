import { randomUUID } from 'node:crypto';
import { type AckWindow, openAckWindow } from './ack-window.ts';
import type { Changes } from './changes.ts';
import { isObject, type JsonObject } from './json.ts';
import type { Outcome } from './outcome.ts';
import type { Settings } from './settings.ts';
import type { Connection } from './socket-connection.ts';

/** The kinds of envelope this Slack sends. */
export type EnvelopeType = 'slash_commands' | 'interactive';

/** An envelope that went out. */
export interface SentEnvelope {
  readonly envelopeId: string;
  readonly type: EnvelopeType;
  readonly payload: JsonObject;
  /** 0 at first, then one more with each repetition. */
  readonly retryAttempt: number;
  acked: boolean;
}

/** What makes one sending of an envelope different from another. */
export interface Attempt {
  readonly retryAttempt?: number;
  /** Repeats an id instead of inventing one. */
  readonly envelopeId?: string | undefined;
}

/** When to break a connection: as soon as the next envelope is out, or when its acknowledgement comes in, unheard. */
export type Cut = 'envelope' | 'ack';

/** Sends envelopes, waits for their acknowledgement and repeats those whose connection broke. */
export interface Envelopes {
  send(type: EnvelopeType, payload: JsonObject, attempt?: Attempt): Promise<Outcome>;
  readonly sent: readonly SentEnvelope[];
  cutAtNext: Cut | undefined;
  joined(connection: Connection): void;
  left(connection: Connection): void;
  heard(connection: Connection, message: JsonObject): void;
  stop(): void;
}

interface Waiting {
  readonly envelope: SentEnvelope;
  readonly connection: Connection | undefined;
  readonly settle: AckWindow['settle'];
}

const mostAttempts = 3;
const nobody = { status: 0, body: undefined, error: 'dispatch_failed' } as const;

/** Gives an empty mail bag. */
export function createEnvelopes({ ackWindowMs }: Settings, changes: Changes): Envelopes {
  const sent: SentEnvelope[] = [];
  const waiting = new Map<string, Waiting>();
  let live: readonly Connection[] = [];
  const put = (envelope: SentEnvelope, settle: Waiting['settle']) => {
    const connection = live[sent.length % live.length];
    sent.push(envelope);
    waiting.set(envelope.envelopeId, { envelope, connection, settle });
    connection?.say(asMessage(envelope));
    if (connection && isCutAt('envelope')) {
      envelopes.left(connection);
      connection.close();
    }
    changes.happened();
  };
  const isCutAt = (moment: Cut) => {
    if (envelopes.cutAtNext !== moment) return false;
    envelopes.cutAtNext = undefined;
    return true;
  };
  // What the app left lying is given up; what its broken connection took along comes again on the next one.
  const giveUpOn = (id: string) => waiting.get(id)?.connection && waiting.delete(id);
  const envelopes: Envelopes = {
    sent,
    cutAtNext: undefined,
    async send(type, payload, { retryAttempt = 0, envelopeId = randomUUID() } = {}) {
      if (live.length === 0) return { ...nobody, ms: 0 };
      const window = openAckWindow(ackWindowMs, () => giveUpOn(envelopeId));
      put({ envelopeId, type, payload, retryAttempt, acked: false }, window.settle);
      return { envelopeId, ...(await window.outcome) };
    },
    joined(connection) {
      live = [...live, connection];
      for (const { envelope, settle } of [...waiting.values()].filter((each) => each.connection === undefined)) {
        waiting.delete(envelope.envelopeId);
        if (envelope.retryAttempt + 1 < mostAttempts) put(repeated(envelope), settle);
      }
    },
    left(connection) {
      live = live.filter((each) => each !== connection);
      for (const [id, each] of waiting) {
        if (each.connection === connection) waiting.set(id, { ...each, connection: undefined });
      }
    },
    heard(connection, message) {
      const acked = waiting.get(String(message.envelope_id));
      if (!acked || acked.connection !== connection) return;
      if (isCutAt('ack')) return connection.reset();
      waiting.delete(acked.envelope.envelopeId);
      acked.envelope.acked = true;
      acked.settle({ status: 200, body: bodyOf(message), envelopeId: acked.envelope.envelopeId });
      changes.happened();
    },
    stop() {
      for (const { settle } of waiting.values()) settle(nobody);
    },
  };
  return envelopes;
}

function repeated(envelope: SentEnvelope): SentEnvelope {
  return { ...envelope, envelopeId: randomUUID(), retryAttempt: envelope.retryAttempt + 1, acked: false };
}

function asMessage({ envelopeId, type, payload, retryAttempt }: SentEnvelope): JsonObject {
  const retry = retryAttempt > 0 ? { retry_attempt: retryAttempt, retry_reason: 'timeout' } : {};
  return { envelope_id: envelopeId, type, payload, accepts_response_payload: true, ...retry };
}

function bodyOf({ payload }: JsonObject): unknown {
  return isObject(payload) && Object.keys(payload).length === 0 ? undefined : payload;
}
