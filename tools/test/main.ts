/**
 * `npm test`: everything a fresh clone is held to, on real servers and in a real browser. Ends with a
 * line `N passed, N failed`. A phase that could not run counts as failed.
 * `npm test -- checks servers` runs these phases only.
 */
import { findTemporal } from '../embedded/temporal-binary.js';
import { staticChecks } from './checks.js';
import { inBrowser } from './in-browser.js';
import { jest } from './jest.js';
import { buildTests, testFiles } from './native/build.mjs';
import { TestRun, type Count } from './run.js';

interface Phase {
  name: string;
  title: string;
  work(): Promise<Count>;
}

/** The longest first, so that the short ones fill what remains. */
const PHASES: Phase[] = [
  {
    name: 'chaos',
    title: '整个平台：启动、停止、断电',
    work: () => jest({ project: 'chaos', workers: 1 }),
  },
  { name: 'checks', title: '静态检查', work: staticChecks },
  { name: 'servers', title: '真实服务器上的测试', work: () => jest({ project: 'servers' }) },
  { name: 'browser', title: '浏览器', work: () => inBrowser() },
  { name: 'large', title: '成千上万的办件', work: () => jest({ project: 'large', workers: 1 }) },
  {
    name: 'engine',
    title: '引擎的测试与覆盖',
    work: () => jest({ config: 'jest.engine.config.mjs' }),
  },
  { name: 'unit', title: '其余单元测试', work: () => jest({ project: 'beside-engine' }) },
];

/** Phases at a time: where one waits for a program to start, to die or to answer, the other works. */
const AT_A_TIME = 2;

const wanted = process.argv.slice(2);
const names = PHASES.map(({ name }) => name);
const unknown = wanted.filter((name) => !names.includes(name));
if (unknown.length > 0) {
  process.stderr.write(`没有测试阶段 ${unknown.join('、')}；可选：${names.join('、')}。\n`);
  process.exit(2);
}
// Once for all phases: none of them waits within its own limits for a server that is being built.
if (wanted.length !== 1 || wanted[0] !== 'checks') {
  await buildTests(testFiles());
  await findTemporal((message) => process.stderr.write(`${message}\n`));
}
const run = new TestRun();
const waiting = PHASES.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
await Promise.all(
  Array.from({ length: AT_A_TIME }, async () => {
    for (let phase = waiting.shift(); phase; phase = waiting.shift()) {
      await run.phase(phase.title, phase.work);
    }
  }),
);
process.exit(run.end() ? 0 : 1);
