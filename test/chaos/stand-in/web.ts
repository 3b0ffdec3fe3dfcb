/** Stands in for the API: answers every request with 200, but one, with which it stands. */
import { createServer } from 'node:http';
import { startHeartbeat } from '../../../src/platform/heartbeat.js';

startHeartbeat();
createServer(({ url }, response) => {
  for (; url === '/stand';);
  response.end('{}');
}).listen(Number(process.env.PORT));
