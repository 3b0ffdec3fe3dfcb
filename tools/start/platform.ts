/**
 * Starts a platform on its data folder and keeps it running until it is told to stop. What it
 * consists of is a `Plan`, so that the tests can start a small one.
 */
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { lockOwner, takeLock } from '../embedded/file-lock.js';
import { isFree, portHolder } from '../embedded/ports.js';
import { isRunning } from '../embedded/process-identity.js';
import { PidFiles } from './pid-files.js';
import type { Progress } from './progress.js';
import type { Service } from './service.js';
import type { Settings } from './settings.js';
import { Supervisor } from './supervisor.js';

export interface Plan {
  /** Each until it is done, side by side with the servers' start: needs none of them. */
  builds?: Service[];
  /** Started side by side, before all else; the first ones are ended last. */
  servers: Service[];
  /** Done one after another once the servers are up, each until it is done. */
  preparations: Service[];
  /** Started side by side; ended before the servers, the last one first. */
  apps: Service[];
  /** Addresses that answer 200 once what stands behind them is up. */
  health: string[];
}

/** How long the apps may take until all of them are up, ms. */
const HEALTHY_WITHIN = 180_000;
/** How long a start waits for the one before it to finish stopping, ms. */
const STOPPED_WITHIN = 90_000;

/**
 * Starts everything and settles when it is healthy.
 * @throws Error with one clear sentence when it cannot; everything started is ended by then
 */
export async function startPlatform(
  settings: Settings,
  makePlan: () => Promise<Plan>,
  progress: Progress,
): Promise<Supervisor> {
  const { dataDir } = settings;
  // The database's own user has to be able to enter it.
  mkdirSync(join(dataDir, 'logs'), { recursive: true, mode: 0o755 });
  const pids = new PidFiles(join(dataDir, 'pids'));
  await takeFolder(settings);
  const supervisor = new Supervisor(settings.env, join(dataDir, 'logs'), pids, progress);
  releaseAtExit(settings);
  stopOnSignals(supervisor, settings, progress);
  try {
    const ended = await pids.endOrphans(['temporal', 'postgres']);
    if (ended.length > 0) progress.say(`结束了上次遗留的进程：${ended.join('、')}`);
    await checkPort(settings.port);
    // Only now: the ports kept from last time were the orphans' until here.
    const plan = await makePlan();
    await bringUp(supervisor, plan, progress);
    return supervisor;
  } catch (error) {
    // Told to stop while starting: the signal's handler ends the process.
    if (supervisor.stopping) await new Promise(() => undefined);
    await supervisor.stop();
    throw error;
  }
}

async function bringUp(supervisor: Supervisor, plan: Plan, progress: Progress): Promise<void> {
  const start = (service: Service) => progress.step(service.title, () => supervisor.start(service));
  const finish = (task: Service) => progress.step(task.title, () => supervisor.runOnce(task));
  await allOrFirstError([...plan.servers.map(start), ...(plan.builds ?? []).map(finish)]);
  for (const preparation of plan.preparations) await finish(preparation);
  await allOrFirstError(plan.apps.map(start));
  await progress.step('各部分就绪', async () => {
    for (const address of plan.health) {
      const fault = await untilHealthy(supervisor, address);
      if (fault) progress.say(fault);
    }
  });
}

/** Waits for all, so that none is still starting when the others are ended. */
async function allOrFirstError(work: Promise<void>[]): Promise<void> {
  const failed = (await Promise.allSettled(work)).find(({ status }) => status === 'rejected');
  if (failed) throw (failed as PromiseRejectedResult).reason;
}

/** Up, but with stores of two times: what a person has to do, for which it must run. */
function storesApart(answer: string): string | null {
  try {
    const { parts, fault } = JSON.parse(answer) as Partial<Health>;
    return parts?.stores === false && parts.temporal ? (fault ?? null) : null;
  } catch {
    return null;
  }
}

interface Health {
  parts: { temporal: boolean; stores: boolean };
  fault: string | null;
}

/** @returns what a person has to do, if there is something */
async function untilHealthy(supervisor: Supervisor, url: string): Promise<string | null> {
  const deadline = Date.now() + HEALTHY_WITHIN;
  let said = '没有回答';
  while (Date.now() < deadline) {
    try {
      const answer = await fetch(url, { signal: AbortSignal.timeout(5_000) });
      if (answer.status === 200) return null;
      const text = await answer.text();
      const apart = storesApart(text);
      if (apart) return apart;
      said = `${answer.status} ${text.slice(0, 500)}`;
    } catch {
      // Not listening yet.
    }
    const failing = supervisor.failing();
    if (failing) throw new Error(failing);
    await pause(100);
  }
  throw new Error(`${HEALTHY_WITHIN / 1000} 秒内没有就绪（${url}：${said}）；请看 DATA_DIR/logs。`);
}

const lockFile = ({ dataDir }: Settings) => join(dataDir, 'supervisor.lock');
const stoppingFile = ({ dataDir }: Settings) => join(dataDir, 'supervisor.stopping');

/** How long a platform may take to notice that the command that started it was killed, ms. */
const ORPHANED_WITHIN = 2_000;

/** One platform per data folder. One that is about to stop is waited for. */
async function takeFolder(settings: Settings): Promise<void> {
  const began = Date.now();
  while (!takeLock(lockFile(settings))) {
    const owner = lockOwner(lockFile(settings));
    if (!owner || !isRunning(owner)) continue;
    const patience = existsSync(stoppingFile(settings)) ? STOPPED_WITHIN : ORPHANED_WITHIN;
    if (Date.now() > began + patience) {
      throw new Error(
        `数据目录 ${settings.dataDir} 上的平台已在运行（进程 ${owner.pid}）；` +
          '请先在那个终端按 Ctrl-C，或用另外的 DATA_DIR 和 PORT 再启动一份。',
      );
    }
    await pause(100);
  }
  rmSync(stoppingFile(settings), { force: true });
}

function releaseAtExit(settings: Settings): void {
  process.once('exit', () => {
    rmSync(stoppingFile(settings), { force: true });
    rmSync(lockFile(settings), { force: true });
  });
}

/** @throws Error naming who sits on the port and what to do */
async function checkPort(port: number): Promise<void> {
  if (await isFree(port)) return;
  const holder = portHolder(port);
  const who = holder ? `被进程 ${holder.pid}（${holder.command.slice(0, 80)}）` : '被另一个程序';
  throw new Error(
    `端口 ${port} 已${who}占用；请结束它，或换一个端口再启动，例如 PORT=${port + 1} npm start。`,
  );
}

/** A second Ctrl-C counts only after this: one press reaches us by the terminal and by npm. */
const SAME_PRESS = 1_500;
const PARENT_CHECK = 500;

function stopOnSignals(supervisor: Supervisor, settings: Settings, progress: Progress): void {
  let since = 0;
  const stop = () => {
    if (since > 0) {
      if (Date.now() - since > SAME_PRESS) supervisor.kill();
      return;
    }
    since = Date.now();
    writeFileSync(stoppingFile(settings), '');
    progress.say('正在停止…');
    void supervisor.stop().then(() => {
      progress.say('已全部停止。');
      process.exit(0);
    });
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  // Its starter was killed: nobody could stop it any more.
  if (process.env.ONESTOP_STARTER !== String(process.ppid)) return;
  const starter = process.ppid;
  setInterval(() => process.ppid !== starter && stop(), PARENT_CHECK).unref();
}
