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
import { orExit, positive } from './options.js';
import { cpuOfTree } from './process-cost.js';

const USAGE = '用法：npm run bench -- against --url 地址 [--adapter 文件] [--pid 名称=进程号]';

function readAgainst(args: string[]) {
  const { values } = parseArgs({
    args,
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
  if (!values.url || !URL.canParse(values.url)) throw new Error(USAGE);
  return {
    url: values.url,
    adapter: values.adapter,
    clients: positive('clients', values.clients, 1),
    seconds: positive('seconds', values.seconds),
    warmUp: positive('warm-up', values['warm-up'], 0),
    processes: values.pid.map(namedPid),
  };
}

function namedPid(text: string): [name: string, pid: number] {
  const [name = '', pid] = text.split('=');
  return [name, positive('pid', pid ?? '', 1)];
}

async function openOf(file: string | undefined): Promise<OpenDriver> {
  if (!file) return openDriver;
  const { open } = (await import(pathToFileURL(resolve(file)).href)) as { open?: OpenDriver };
  if (typeof open !== 'function') throw new Error(`${file} 没有导出 open(url)。`);
  return open;
}

type Against = ReturnType<typeof readAgainst>;

const cpuOf = ({ processes }: Against): [name: string, ms: number][] =>
  processes.map(([name, pid]) => [name, cpuOfTree(pid)]);

async function measure(options: Against) {
  const open = await openOf(options.adapter);
  const drivers = await Promise.all(
    Array.from({ length: options.clients }, () => open(options.url)),
  );
  const watch = new Stopwatch();
  if (options.warmUp > 0) await drive(drivers, watch, options.warmUp);
  const before = cpuOf(options);
  const ownBefore = process.cpuUsage();
  watch.measuring = true;
  const run = await drive(drivers, watch, options.seconds);
  const cases = run.ended.length;
  if (cases === 0) throw new Error('没有一件办结，无从计量；请看上面的错误。');
  const spent = cpuOf(options).map(([name, ms], index) => [
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

const result = await measure(orExit(() => readAgainst(process.argv.slice(3))));
process.stdout.write(`${JSON.stringify(result)}\n`);
process.exitCode = result.failed > 0 ? 1 : 0;
