import { confirm, identifier, placeholder } from '../composition.ts';
import { choice, flag, object, text, whole } from '../rule.ts';

const shared = { action_id: identifier, confirm, focus_on_load: flag };

/** A calendar. */
export const datepicker = object({ ...shared, type: choice('datepicker'), placeholder, initial_date: text() }, []);

/** A time of day. */
export const timepicker = object(
  { ...shared, type: choice('timepicker'), placeholder, initial_time: text(), timezone: text() },
  [],
);

/** A date with a time, in seconds. */
export const datetimepicker = object({ ...shared, type: choice('datetimepicker'), initial_date_time: whole(0) }, []);
