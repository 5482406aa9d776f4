/** A part of a date, as the PBX names it in its date formats. */
type DatePart = 'YYYY' | 'MM' | 'DD';

/** How a PBX writes dates and times (PBX web portal > System > Date and Time > Display Format). */
export interface DisplayFormat {
  readonly order: readonly DatePart[];
  readonly separator: string;
  readonly isTwelveHour: boolean;
}

const orders = ['YYYY MM DD', 'MM DD YYYY', 'DD MM YYYY'];

/** Reads a `system_date_format` such as "MM/DD/YYYY"; null for one we do not know. */
export function displayFormatOf(dateFormat: string, isTwelveHour: boolean): DisplayFormat | null {
  const separator = /[/.-]/.exec(dateFormat)?.[0] ?? '';
  const order = orders.find((known) => known.replaceAll(' ', separator) === dateFormat.toUpperCase());
  return separator === '' || order === undefined
    ? null
    : { order: order.split(' ') as readonly DatePart[], separator, isTwelveHour };
}

/**
 * Writes a wall-clock time, which stands in the UTC fields of `wall`: "05/13/2026 22:32:34", or with twelve hours
 * "05/13/2026 10:32:34 PM" (Yeastar: download AI call transcription data).
 */
export function writeWallTime(wall: Date, { order, separator, isTwelveHour }: DisplayFormat): string {
  const [date = '', time = ''] = wall.toISOString().slice(0, 19).split('T');
  const [YYYY = '', MM = '', DD = ''] = date.split('-');
  const parts = { YYYY, MM, DD };
  return `${order.map((part) => parts[part]).join(separator)} ${isTwelveHour ? twelveHours(time) : time}`;
}

function twelveHours(time: string): string {
  const hour = Number(time.slice(0, 2));
  return `${String(hour % 12 || 12).padStart(2, '0')}${time.slice(2)} ${hour < 12 ? 'AM' : 'PM'}`;
}

const written = /^(\d{1,4})([/.-])(\d{1,2})\2(\d{1,4})[ T](\d{1,2}):(\d{2})(?::(\d{2}))?(?: ?([AP])M)?$/i;

/**
 * Reads a wall-clock time into the UTC fields of a date; null for what is none, such as the 30th of February. A date
 * that begins with its year is read whatever the format says, and twelve hours are known by their AM or PM.
 */
export function readWallTime(text: string, { order }: DisplayFormat): Date | null {
  const found = written.exec(text);
  if (found === null) return null;
  const [, one = '', , two = '', three = '', hour = '', minute = '', second = '0', half = ''] = found;
  const inOrder = one.length === 4 ? ['YYYY', 'MM', 'DD'] : order;
  const part = (name: DatePart) => [one, two, three][inOrder.indexOf(name)] ?? '';
  const day = [part('YYYY'), part('MM'), part('DD')];
  return wallTimeOf(day, [hourOf(Number(hour), half.toUpperCase()), minute, second]);
}

const hourOf = (hour: number, half: string) => {
  if (half === '') return hour;
  return hour > 12 ? Number.NaN : (hour % 12) + (half === 'P' ? 12 : 0);
};

/** A date that says the same when it is written again, which 31 April and 25 o'clock do not. */
function wallTimeOf([year = '', month, day]: readonly string[], time: readonly (string | number)[]): Date | null {
  const fields = [year, month, day, ...time].map(Number);
  const [YYYY = Number.NaN, MM = Number.NaN, DD, hour, minute, second] = fields;
  const wall = new Date(Date.UTC(YYYY, MM - 1, DD, hour, minute, second));
  if (year.length !== 4 || Number.isNaN(wall.getTime())) return null;
  const again = wall.toISOString().slice(0, 19).split(/\D/).map(Number);
  return again.every((field, index) => field === fields[index]) ? wall : null;
}
