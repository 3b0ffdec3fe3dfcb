/** Stands in for the API: answers every request with 200, but one, with which it stands. */
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { startHeartbeat } from '../../../src/platform/heartbeat.js';

startHeartbeat();
createServer(({ url }, response) => {
  for (; url === '/stand';);
  // As the platform's: healthy only when its worker can be ended in good order too.
  response.statusCode = existsSync(join(process.env.DATA_DIR!, 'worker-up')) ? 200 : 503;
  response.end('{}');
}).listen(Number(process.env.PORT));
