const day: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long' };

const tokens: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  date: day,
  date_pretty: day,
  day_divider_pretty: { ...day, weekday: 'long' },
  date_short: { day: 'numeric', month: 'short', year: 'numeric' },
  date_short_pretty: { day: 'numeric', month: 'short', year: 'numeric' },
  date_slash: { day: '2-digit', month: '2-digit', year: 'numeric' },
  date_long: { ...day, weekday: 'long', year: 'numeric' },
  date_long_pretty: { ...day, weekday: 'long', year: 'numeric' },
  date_long_full: { ...day, year: 'numeric' },
  time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  time_secs: { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' },
};

/** Takes seconds since the epoch and Slack's format string; gives the date in this machine's time zone. Unknown tokens stay as they are. */
export function formatDate(timestamp: number, format: string): string {
  const moment = new Date(timestamp * 1_000);
  return format.replaceAll(/\{(\w+)\}/g, (whole, token: string) => formatted(moment, token) ?? whole);
}

function formatted(moment: Date, token: string): string | undefined {
  if (token === 'date_num') return moment.toLocaleDateString('sv-SE');
  const options = tokens[token];
  return options && new Intl.DateTimeFormat('en-GB', options).format(moment);
}
