/** A line of the app's log, as far as it is read here. */
interface LogLine {
  readonly level?: number;
  readonly msg?: string;
  readonly outcome?: string;
  readonly slackError?: string;
  readonly fault?: string;
}

/** Pino's number for a warning; what is graver has a larger one. */
const warning = 40;
const most = 4;

/** What an administrator finds in the log, each thing once: warnings and errors, and what is no log line at all. */
export function complaintsIn(said: string): string {
  const complaints = new Set(said.split('\n').filter(Boolean).map(complaintOf).filter(Boolean));
  const shown = [...complaints].slice(0, most);
  return shown.join('; ') + (complaints.size > most ? ` and ${complaints.size - most} more` : '');
}

function complaintOf(text: string): string {
  const line = parsed(text);
  if (line === null) return text.trim();
  if ((line.level ?? 0) < warning) return '';
  return [line.msg, line.outcome ?? line.slackError, line.fault].filter(Boolean).join(' ');
}

function parsed(text: string): LogLine | null {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
