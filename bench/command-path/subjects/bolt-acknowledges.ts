// Bare Bolt: acknowledges, and nothing more.
import { startBolt } from './bolt-app.ts';

await startBolt(({ ack }) => ack());
