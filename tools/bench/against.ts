/**
 * `npm run bench -- against --url URL [--adapter FILE]`: the same clients and cases as `npm run bench`, on an
 * engine that already runs and that an adapter knows how to ask; without one, on a running platform of ours.
 */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { openDriver } from './client.js';
import { clientsCpu, drive, figuresOf } from './drive.js';
import type { OpenDriver } from './driver.js';
import { Stopwatch } from './latency.js';
import { cpuOfTree } from './process-cost.js';

const { values } = parseArgs({
  args: process.argv.slice(3),
  options: {
    url: { type: 'string' },
    adapter: { type: 'string' },
    clients: { type: 'string', default: '16' },
    seconds: { type: 'string', default: '60' },
    'warm-up': { type: 'string', default: '15' },
    /** `name=pid` of a process whose CPU counts, with its children; as often as there are such. */
    pid: { type: 'string', multiple: true, default: [] },
  },
});

async function openOf(file: string | undefined): Promise<OpenDriver> {
  if (!file) return openDriver;
  const { open } = (await import(pathToFileURL(resolve(file)).href)) as { open?: OpenDriver };
  if (typeof open !== 'function') throw new Error(`${file} 没有导出 open(url)。`);
  return open;
}

function cpuOf(processes: string[]): [name: string, ms: number][] {
  return processes.map((text) => {
    const [name = '', pid] = text.split('=');
    return [name, cpuOfTree(Number(pid))];
  });
}

async function measure(url: string) {
  const open = await openOf(values.adapter);
  const drivers = await Promise.all(
    Array.from({ length: Number(values.clients) }, () => open(url)),
  );
  const watch = new Stopwatch();
  await drive(drivers, watch, Number(values['warm-up']));
  const before = cpuOf(values.pid);
  const ownBefore = process.cpuUsage();
  watch.measuring = true;
  const run = await drive(drivers, watch, Number(values.seconds));
  const cases = run.ended.length;
  if (cases === 0) throw new Error('没有一件办结，无从计量；请看上面的错误。');
  const spent = cpuOf(values.pid).map(([name, ms], index) => [
    name,
    Math.round(((ms - before[index]![1]) / cases) * 10) / 10,
  ]);
  return {
    clients: drivers.length,
    ...figuresOf(run, watch),
    cpuMsPerCase: Object.fromEntries(spent) as Record<string, number>,
    clientsCpuMsPerCase: clientsCpu(ownBefore, cases),
  };
}

if (!values.url) {
  process.stderr.write(
    '用法：npm run bench -- against --url 地址 [--adapter 文件] [--pid 名称=进程号]\n',
  );
  process.exit(2);
}
const result = await measure(values.url);
process.stdout.write(`${JSON.stringify(result)}\n`);
process.exitCode = result.failed > 0 ? 1 : 0;
