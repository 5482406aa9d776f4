/** When a message was written, by its timestamp, which counts seconds since 1970 (docs.slack.dev: messaging). */
export function timeOfMessage(messageTs: string): Date | null {
  const date = new Date(Number(messageTs) * 1000);
  return Number.isNaN(date.getTime()) ? null : date;
}
