/** Stands in for a database: runs, and writes down that it was ended in good order. */
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';

process.once('SIGTERM', () => {
  appendFileSync(join(process.env.DATA_DIR!, 'ended-in-order'), 'server\n');
  process.exit(0);
});
setInterval(() => undefined, 60_000);
