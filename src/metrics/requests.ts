import { levels } from '../middleware/outcome-levels.ts';
import type { RequestObserver } from '../middleware/request-observer.ts';
import type { SlackRequestFacts } from '../slack/payload.ts';
import type { Instruments } from './instruments.ts';
import { wordsOf } from './words.ts';

const kinds: Readonly<Record<SlackRequestFacts['kind'], true>> = {
  command: true,
  shortcut: true,
  view: true,
  action: true,
  options: true,
};
const kind = wordsOf(kinds);
const outcome = [...wordsOf(levels), 'malformed'] as const;

/** Seconds. Slack gives up after three (docs.slack.dev: acknowledging a request), and we mean to need a few milliseconds. */
const ackBuckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3];
/** Seconds. A person looks at the clock after one, and a question to the PBX ends after eight. */
const answerBuckets = [0.1, 0.25, 0.5, 1, 1.5, 2, 3, 5, 8, 10, 15];

/** What people ask for in Slack, and how that ends. */
export function measureRequests({ counter, durations }: Instruments): RequestObserver {
  const taken = counter(
    {
      name: 'callsummary_requests_total',
      help: 'What people did in Slack: commands, shortcuts, forms, buttons, menus.',
    },
    { kind },
  );
  const answers = counter(
    { name: 'callsummary_answers_total', help: 'How requests ended, in the words of the log: ok, or what was wrong.' },
    { outcome },
  );
  const untold = counter(
    { name: 'callsummary_untold_answers_total', help: 'Problems that could not even be told to the person.' },
    {},
  );
  const unrecorded = counter(
    {
      name: 'callsummary_unrecorded_acts_total',
      help: 'Acts whose end is missing in the audit log; the beginning stands.',
    },
    {},
  );
  const acks = durations(
    { name: 'callsummary_ack_seconds', help: 'Until Slack had its acknowledgement; it waits three seconds.' },
    ackBuckets,
    { kind },
  );
  const answerTimes = durations(
    { name: 'callsummary_answer_seconds', help: 'Until everything about a request was done.' },
    answerBuckets,
    { kind },
  );
  return {
    taken: (kind) => taken({ kind }),
    malformed: () => answers({ outcome: 'malformed' }),
    answered({ facts: { kind }, outcome, isUnrecorded, acknowledgedAfterMs }, totalMs) {
      answers({ outcome: outcome.code });
      answerTimes({ kind }, totalMs);
      if (acknowledgedAfterMs !== null) acks({ kind }, acknowledgedAfterMs);
      if (outcome.isUntold === true) untold({});
      if (isUnrecorded) unrecorded({});
    },
  };
}
