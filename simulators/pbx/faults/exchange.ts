import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { PbxAnswer, PbxReply } from '../answer.ts';
import type { Hold } from '../hold.ts';

/** One request being answered: all that playing a fault may touch. */
export type Exchange = {
  response: ServerResponse;
  /** The TCP connection below HTTP and TLS. */
  wire: Socket;
  /** Aborts when the client has left or the PBX stops. */
  gone: AbortSignal;
  hold: Hold;
  /** Has the PBX do its work and gives its answer; every call does the work again. */
  answer: () => PbxReply;
  /** A scripted refusal, entered in the PBX's books like one of its own. */
  refuse: (errcode: number, fields?: Record<string, unknown>) => PbxAnswer;
};
