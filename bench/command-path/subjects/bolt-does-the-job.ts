// Bare Bolt, doing the job: no access rules, no audit log, no limits, no words for failures.
import { startBolt } from './bolt-app.ts';
import { doTheJob } from './plain-job.ts';

await startBolt(async ({ ack, respond, command }) => {
  await ack();
  await doTheJob(command.text, respond);
});
