import type { SampleCall } from './sample-call.ts';
import { section } from './sample-call.ts';

const summary = [
  'Naomi Castell of Castell Event Hire went through the whole move of their telephony to the new building.',
  'The move starts on Friday 29 May at 18:00 and must be finished by Monday 1 June at 07:00.',
  'Owen Fitch took her through the plan hour by hour.',
  'They agreed on one contact on each side and on a call every evening at 19:00.',
];

const keyPoints = [
  'There are 84 desk phones, 12 cordless handsets and 3 conference phones.',
  'Nine of the desk phones are too old to be moved and will be replaced.',
  'The new building has two floors; the second has no network cabinet yet.',
  'The cabinet is delivered on Tuesday 26 May.',
  'Cabling on the first floor was tested last week; two sockets failed.',
  'The failed sockets are in the rooms Alder and Cedar.',
  'The lift is out of service until 30 May, so heavy boxes go up by the stairs on Friday.',
  'The internet line was ordered for 20 May; the provider has not confirmed it.',
  'A mobile router with 200 GB is the fallback.',
  'The main number 555-0140 stays the same.',
  'The fax number 555-0141 is given up.',
  'Number 555-0142 is moved to the warehouse.',
  'The night announcement must mention the new address from Saturday on.',
  'The greeting was recorded by a former colleague and must be recorded again.',
  'Three people work from home on both days and keep their softphones.',
  'The warehouse keeps its old handsets for two more weeks.',
  'The door phone at the goods entrance needs its own extension.',
  'The alarm system dials out over an analogue line which stays where it is.',
  'The alarm company wants 48 hours’ notice.',
  'The queue for bookings moves first, the one for invoices last.',
  'Call recording stays switched off for the works council.',
  'Naomi asks for the old call records to be kept for 24 months.',
  'The insurance requires a list of all serial numbers.',
  'Keys for the cabinet are with the caretaker, Mr Abbott, until 20:00.',
  'Parking for one van is reserved behind the building.',
];

const followUps = [
  'Owen Fitch: order nine replacement phones by Wednesday.',
  'Owen Fitch: ask the line provider for a written date.',
  'Owen Fitch: bring the mobile router on Friday.',
  'Naomi Castell: have the two failed sockets repaired before 27 May.',
  'Naomi Castell: tell the alarm company about the move.',
  'Naomi Castell: choose a voice for the new greeting.',
  'Priya Raman: prepare the night announcement with the new address.',
  'Priya Raman: set up the extension for the door phone.',
  'Priya Raman: export the call records of the last 24 months.',
  'Sam Ortega: collect the old desk phones on 2 June.',
  'Owen Fitch: send the list of serial numbers to the insurance.',
  'Owen Fitch: test calls to and from the main number on Sunday at 16:00.',
  'Naomi Castell: name a contact for the weekend.',
  'Everybody: evening call at 19:00 from Friday to Monday.',
];

/** A long conversation with more points than fit on a screen. */
export const longCall: SampleCall = {
  cdrId: '20260515090045-71B3D',
  extensionNumber: '3201',
  shows: 'A long call: 43 points in three sections, more than one screen holds.',
  row: { call_from: 'Naomi Castell<2025550125>', call_duration: 3_127 },
  answersBySide: 'documented',
  parties: [
    {
      side: 'dst',
      extensionNumber: '3201',
      id: 65,
      createdAt: 1778809406,
      summary:
        section('Call Summary', summary) + section('Key Points', keyPoints) + section('Follow-Up Actions', followUps),
    },
  ],
};
