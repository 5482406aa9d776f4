/** How the parts of a display time look, by the letters that stand for them in a format such as "YYYY/MM/DD hh:mm:ss". */
const parts: Record<string, string> = {
  YYYY: '(?<year>\\d{4})',
  MM: '(?<month>\\d{2})',
  DD: '(?<day>\\d{2})',
  hh: '(?<hour>\\d{2})',
  mm: '(?<minute>\\d{2})',
  ss: '(?<second>\\d{2})',
  'AM/PM': '(?<half>AM|PM)',
};

const letters = /YYYY|AM\/PM|MM|DD|hh|mm|ss/g;

/** Writes 14 digits of local time (YYYYMMDDhhmmss) in a display format. */
export function writeDisplayTime(digits: string, format: string): string {
  const [year = '', month = '', day = '', hour = '', minute = '', second = ''] =
    /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(digits)?.slice(1) ?? [];
  if (year === '') return '';
  const half = Number(hour) < 12 ? 'AM' : 'PM';
  const hourOfHalf = String(Number(hour) % 12 || 12).padStart(2, '0');
  const isHalved = format.includes('AM/PM');
  const values: Record<string, string> = {
    YYYY: year,
    MM: month,
    DD: day,
    hh: isHalved ? hourOfHalf : hour,
    mm: minute,
    ss: second,
    'AM/PM': half,
  };
  return format.replaceAll(letters, (letter) => values[letter] ?? letter);
}

/** Reads a display time as 14 digits of local time; null for anything not in the format, or not in the calendar. */
export function readDisplayTime(text: string, format: string): string | null {
  const pattern = new RegExp(`^${format.replaceAll(letters, (letter) => parts[letter] ?? letter)}$`);
  const found = pattern.exec(text)?.groups;
  if (found === undefined) return null;
  const { year = '', month = '', day = '', hour = '', minute = '', second = '', half } = found;
  const digits = `${year}${month}${day}${hourOfDay(hour, half)}${minute}${second}`;
  return isInCalendar(digits) ? digits : null;
}

/** "12" AM is "00", "05" PM is "17"; an hour that the 12-hour clock does not have becomes one that no clock has. */
function hourOfDay(hour: string, half: string | undefined): string {
  if (half === undefined) return hour;
  if (Number(hour) < 1 || Number(hour) > 12) return '99';
  return String((Number(hour) % 12) + (half === 'PM' ? 12 : 0)).padStart(2, '0');
}

function isInCalendar(digits: string): boolean {
  const moment = new Date(utcOf(digits));
  return !Number.isNaN(moment.getTime()) && moment.toISOString().slice(0, 19).replaceAll(/\D/g, '') === digits;
}

/** The milliseconds since 1970 at which a clock set to UTC shows these 14 digits; NaN when no clock does. */
export function utcOf(digits: string): number {
  return Date.parse(digits.replace(/^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/, '$1-$2-$3T$4:$5:$6Z'));
}
