import type { PbxReply } from '../answer.ts';
import type { ApiCall } from '../api-call.ts';
import type { Machine } from '../machine.ts';

/** One interface: where it lives, how it is called, and what it answers once the call has passed the rules. */
export type Endpoint = {
  /** Empty for what lies outside the API's paths. */
  version: 'v1.0' | 'v2.0' | '';
  method: 'GET' | 'POST';
  needsToken: boolean;
  answer: (call: ApiCall, pbx: Machine) => PbxReply;
};
