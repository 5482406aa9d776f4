/** What a subject would send to Slack. Where it writes only text there are no blocks, and the other way round. */
export interface Message {
  readonly text: string;
  readonly blocks: readonly unknown[];
}
