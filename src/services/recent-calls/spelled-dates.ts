import { createZoneClock, type LocalTime } from './local-time.ts';

const months = 'january february march april may june july august september october november december'.split(' ');
const weekdays = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ');

/** Words by which people look for a moment: ` 13 may 2026 2026-05-13 … wednesday today 22:33 `, each between spaces. */
export type SpellMoment = (time: Date) => string;

/** Spells moments as a zone's calendar has them; `now` is where today and yesterday are counted from. */
export function createMomentSpeller(timeZone: string | null, now: Date): SpellMoment {
  const clock = createZoneClock(timeZone);
  const today = dayNumber(clock.at(now));
  const spelledDays = new Map<number, string>();
  return (time) => {
    const local = clock.at(time);
    const number = dayNumber(local);
    const spelled = spelledDays.get(number) ?? spellDay(local, today - number);
    spelledDays.set(number, spelled);
    return `${spelled}${two(local.hour)}:${two(local.minute)} `;
  };
}

function spellDay({ year, month, day, weekday }: LocalTime, daysAgo: number): string {
  const numbers = [
    `${year}-${two(month)}-${two(day)}`,
    `${two(day)}.${two(month)}.${year} ${day}.${month}.${year}`,
    `${two(day)}/${two(month)}/${year} ${two(month)}/${two(day)}/${year}`,
  ];
  const words = [day, two(day), months[month - 1], year, weekdays[weekday], ['today', 'yesterday'][daysAgo] ?? ''];
  return ` ${[...words, ...numbers].join(' ')} `;
}

const dayNumber = ({ year, month, day }: LocalTime) => Math.round(Date.UTC(year, month - 1, day) / (24 * 60 * 60_000));
const two = (number: number) => String(number).padStart(2, '0');
