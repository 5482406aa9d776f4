const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const day = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long' });

const dateOf = (ts: string) => new Date(Number(ts) * 1000);

/** The time of day of a message. */
export function When({ ts }: { readonly ts: string }) {
  return <time dateTime={dateOf(ts).toISOString()}>{time.format(dateOf(ts))}</time>;
}

/** The day of a message, in words: the same for all messages of a day. */
export const dayOf = (ts: string): string => day.format(dateOf(ts));

/** The day on which the messages below it were sent. */
export function Day({ ts }: { readonly ts: string }) {
  return (
    <p className="day">
      <time dateTime={dateOf(ts).toISOString().slice(0, 10)}>{dayOf(ts)}</time>
    </p>
  );
}
