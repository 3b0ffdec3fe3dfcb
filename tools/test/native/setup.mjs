/** Jest calls this once before the first test: what is to be run is built, unless the run of all has done so. */
import { buildTests, testFiles } from './build.mjs';
import { BUILT } from './places.cjs';

export default async function setUp({ testPathPatterns, rootDir }) {
  if (process.env[BUILT]) return;
  const wanted = testPathPatterns.toExecutor({ rootDir });
  await buildTests(testFiles().filter((file) => wanted.isMatch(file)));
}
