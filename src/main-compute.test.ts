import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { DEFINITION_BOUNDS } from './definitions/computing/bounds.js';
import { FILE_BOUNDS } from './papers/files/inspection/bounds.js';
import { ROOMS } from './platform/http/index.js';

/** MB beside the heap of a thread that looks into a file: the file, and what is unpacked of it. */
const BESIDE = 100;
/** MB that the API itself takes, with some to spare. */
const ITSELF = 400;

it('leaves an API room in its container when all its threads take what they may', () => {
  const { 'x-platform': platform } = parse(readFileSync('docker-compose.yml', 'utf8')) as {
    'x-platform': { mem_limit: string };
  };
  const container = Number(/^(\d+)g$/.exec(platform.mem_limit)![1]) * 1024;
  const threads = [DEFINITION_BOUNDS, FILE_BOUNDS].map((pool) => pool.threads * pool.memory);
  const uploads = ROOMS.reduce((sum, { room }) => sum + room, 0) / 1024 / 1024;
  const most = threads[0]! + threads[1]! + FILE_BOUNDS.threads * BESIDE + uploads + ITSELF;
  expect(most).toBeLessThanOrEqual(container);
});
