import type { Receiver } from '@slack/bolt';

/** How Slack's requests reach the Bolt app. */
export interface Transport {
  readonly receiver: Receiver;
  /** Opens the port, and resolves with its number. */
  start(port: number): Promise<number>;
  stop(): Promise<void>;
}
