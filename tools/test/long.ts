/**
 * `npm run test:long`: the tests whose numbers stand in `test/sizes.ts`, with those of a city and with
 * bounds of time. For a quiet machine, before a larger piece of work is called done.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../start/settings.js';
import { inBrowser } from './in-browser.js';
import { jest } from './jest.js';
import { TestRun } from './run.js';

/** Folders whose tests need no servers started for them; they are in a project of their own. */
const WHOLE_PLATFORM = /^(chaos|end-to-end)\//;

const sized = readdirSync(join(ROOT, 'test'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.test.ts'))
  .filter((file) => readFileSync(join(ROOT, 'test', file), 'utf8').includes("/sizes.js'"))
  .sort();

const projectOf = (file: string): string => {
  if (file.startsWith('browser/')) return 'browser';
  if (WHOLE_PLATFORM.test(file)) return 'chaos';
  return file.endsWith('.large.test.ts') ? 'large' : 'servers';
};

const run = new TestRun();
for (const project of ['servers', 'large', 'chaos', 'browser']) {
  const files = sized
    .filter((file) => projectOf(file) === project)
    .map((file) => join(ROOT, 'test', file));
  const sizedRun = { files, workers: 1, env: { TEST_SIZE: 'long' } };
  const work = () => (project === 'browser' ? inBrowser(sizedRun) : jest({ project, ...sizedRun }));
  await run.phase(`一个城市的规模：${project}`, work);
}
process.exit(run.end() ? 0 : 1);
