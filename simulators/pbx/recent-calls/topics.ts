import { section } from '../sample-calls/sample-call.ts';

type Topic = { about: string; point: string; next: string };

/** What people call an office about. */
export const topics: readonly [Topic, ...Topic[]] = [
  {
    about: 'a delivery that is two days late',
    point: 'The parcel is at the depot.',
    next: 'Send the tracking number.',
  },
  { about: 'an invoice paid twice', point: 'The second payment was on Monday.', next: 'Return the second payment.' },
  { about: 'a headset without sound', point: 'It works on another computer.', next: 'Send the driver by e-mail.' },
  { about: 'a new quotation', point: 'They need 40 desks by June.', next: 'Write the quotation by Thursday.' },
  { about: 'a forgotten password', point: 'The account is not locked.', next: 'Nothing is left to do.' },
  { about: 'an appointment on site', point: 'Wednesday morning suits both.', next: 'Put the visit into the calendar.' },
];

/** A small summary in the PBX's hand, told from the side of one person. */
export function tellTopic({ about, point, next }: Topic, person: string): string {
  return (
    section('Call Summary', [`${person} talked about ${about}.`]) +
    section('Key Points', [point]) +
    section('Follow-Up Actions', [next])
  );
}
