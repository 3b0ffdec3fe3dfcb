/**
 * `npm run --silent tck -- FOLDER`: the DMN technology compatibility kit (https://github.com/dmn-tck/tck),
 * compliance levels 2 and 3. Prints each difference and `N passed, N failed`.
 * Exit codes: 0 all passed, 1 some failed, 2 not usable.
 */
import { resolve } from 'node:path';
import { sentenceOf } from '../command-line/refusal.mjs';
import { runKit } from './run.js';

const USAGE = '用法：npm run --silent tck -- 目录    （TCK 的 TestCases 目录，或其中一部分）';

/** npm changes to the project's folder; paths are meant from where the command was typed. */
const place = process.env.npm_lifecycle_event === 'tck' ? process.env.INIT_CWD : undefined;

const [folder] = process.argv.slice(2);
const outcomes = folder
  ? await runKit(resolve(place ?? process.cwd(), folder)).catch(unusable)
  : [];
if (outcomes.length === 0) {
  console.error(folder ? `目录 ${folder} 里没有 TCK 的测试文件。\n${USAGE}` : USAGE);
  process.exitCode = 2;
} else {
  const failed = outcomes.filter(({ passed }) => !passed);
  for (const { name, difference } of failed) console.log(`${name}: ${difference ?? ''}`);
  console.log(`${outcomes.length - failed.length} passed, ${failed.length} failed`);
  process.exitCode = failed.length === 0 ? 0 : 1;
}

function unusable(error: Error): [] {
  console.error(sentenceOf(error));
  return [];
}
