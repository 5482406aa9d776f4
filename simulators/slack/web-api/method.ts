import type { JsonObject } from '../json.ts';
import type { World } from '../world.ts';
import type { Reply } from './reply.ts';

/** A method of the Web API: what it needs and what it does. */
export interface Method {
  /** Which token it takes; the bot's unless said otherwise. */
  readonly token?: 'app';
  /** The scope it needs, if any. */
  readonly scope?: string;
  run(args: JsonObject, world: World): Reply;
}
