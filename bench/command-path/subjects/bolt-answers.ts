// Bare Bolt: acknowledges, and sends the same words to everybody's response_url.
import { startBolt } from './bolt-app.ts';

await startBolt(async ({ ack, respond }) => {
  await ack();
  await respond('60% of users are affected by the login issue.');
});
