/** As `setup.mjs`, of the engine's tests: those, with every branch of the engine counted. */
import { join } from 'node:path';
import { ROOT } from '../../build/compiler.mjs';
import { buildTests, testFiles } from './build.mjs';
import { counting } from './counting.mjs';

const ENGINE = join(ROOT, 'bpmn/engine/');
const isCounted = (file) => file.startsWith(ENGINE) && !/\.test\.ts$|\/testing\//.test(file);

export default async function setUp({ testPathPatterns, rootDir }, { testRegex }) {
  const wanted = testPathPatterns.toExecutor({ rootDir });
  const engines = testFiles().filter((file) => testRegex.some((each) => file.match(each)));
  await buildTests(
    engines.filter((file) => wanted.isMatch(file)),
    [counting(isCounted)],
  );
}
