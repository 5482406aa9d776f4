import { succeed } from '../answer.ts';
import type { Endpoint } from './endpoint.ts';

/** Model, firmware and clock (Yeastar: query-pbx-information page). `timestamp` is UTC, `system_time` is local. */
export const systemInformation: Endpoint = {
  version: 'v1.0',
  method: 'GET',
  needsToken: true,
  answer: (_, { settings, clock, startedAt }) => {
    const seconds = Math.floor(settings.now() / 1_000);
    return succeed({
      data: {
        device_name: 'PBX',
        model_name: 'P-Series Software Edition',
        sn: '3631A2124SIM',
        firmware_version: '83.23.0.123',
        system_time: clock.write(clock.digitsAt(seconds * 1_000)),
        up_time: seconds - Math.floor(startedAt / 1_000),
        system_date_format: settings.dateFormat,
        system_time_format: settings.timeFormat,
        timestamp: seconds,
      },
    });
  },
};
