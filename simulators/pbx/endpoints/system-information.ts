import { succeed } from '../answer.ts';
import type { Endpoint } from './endpoint.ts';

/** The PBX's wall clock is eight hours ahead of UTC, as in the vendor's examples. */
const offsetSeconds = 8 * 3_600;

/** Model, firmware and clock (Yeastar: query-pbx-information page). `timestamp` is UTC, `system_time` is local. */
export const systemInformation: Endpoint = {
  version: 'v1.0',
  method: 'GET',
  needsToken: true,
  answer: (_, { settings, startedAt }) => {
    const seconds = Math.floor(settings.now() / 1_000);
    return succeed({
      data: {
        device_name: 'PBX',
        model_name: 'P-Series Software Edition',
        sn: '3631A2124SIM',
        firmware_version: '83.23.0.123',
        system_time: displayTime(seconds + offsetSeconds),
        up_time: seconds - Math.floor(startedAt / 1_000),
        system_date_format: 'YYYY/MM/DD',
        system_time_format: 'hh:mm:ss',
        timestamp: seconds,
      },
    });
  },
};

function displayTime(seconds: number): string {
  return new Date(seconds * 1_000).toISOString().slice(0, 19).replaceAll('-', '/').replace('T', ' ');
}
