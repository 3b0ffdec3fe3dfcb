/** Stands in for the API: answers every request with 200. */
import { createServer } from 'node:http';

createServer((_, response) => response.end('{}')).listen(Number(process.env.PORT));
