import type { Extension } from '../extensions.ts';

const busyNumbers = new Set(['3200', '3201', '3202', '3203', '1000', '1001', '1002', '1003']);

/** The extensions that recent calls are spread over: the agents and front desks, or all in an office without them. */
export function busyExtensions(extensions: readonly Extension[]): readonly Extension[] {
  const busy = extensions.filter(({ number }) => busyNumbers.has(number));
  return busy.length > 0 ? busy : extensions;
}
