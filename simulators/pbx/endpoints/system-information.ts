import { succeed } from '../answer.ts';
import type { Endpoint } from './endpoint.ts';

/** Model, firmware and clock (Yeastar: query-pbx-information page). `timestamp` is UTC, `system_time` is local. */
export const systemInformation: Endpoint = {
  version: 'v1.0',
  method: 'GET',
  needsToken: true,
  answer: (_, { settings, condition, now, clock, startedAt }) => {
    const seconds = Math.floor(now() / 1_000);
    return succeed({
      data: {
        device_name: 'PBX',
        model_name: condition.modelName,
        sn: '3631A2124SIM',
        firmware_version: condition.firmwareVersion,
        system_time: clock.write(clock.digitsAt(seconds * 1_000)),
        up_time: seconds - Math.floor(startedAt / 1_000),
        system_date_format: settings.dateFormat,
        system_time_format: settings.timeFormat,
        timestamp: seconds,
      },
    });
  },
};
