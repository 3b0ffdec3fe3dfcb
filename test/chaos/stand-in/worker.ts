/** Stands in for a worker: runs, and writes down that it was ended in good order. */
import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startHeartbeat } from '../../../src/platform/heartbeat.js';

startHeartbeat();
process.once('SIGTERM', () => {
  appendFileSync(join(process.env.DATA_DIR!, 'ended-in-order'), 'worker\n');
  process.exit(0);
});
setInterval(() => undefined, 60_000);
writeFileSync(join(process.env.DATA_DIR!, 'worker-up'), '');
