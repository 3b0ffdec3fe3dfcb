import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { freePort } from '../../tools/embedded/ports.js';
import { identify } from '../../tools/embedded/process-identity.js';
import { beginPlatform, newDataFolder, removeFolder, startPlatform } from './platform.js';

/** Tiny processes instead of the whole platform: the supervisor is what is tried. */
const entry = 'test/chaos/stand-in/main.ts';
const folders: string[] = [];
const newFolder = () => {
  folders.push(newDataFolder());
  return folders.at(-1)!;
};

afterAll(() => folders.forEach(removeFolder));

describe('npm start', () => {
  it('brings every process up and ends all of them in order at Ctrl-C', async () => {
    const platform = await startPlatform({ entry, dataDir: newFolder() });
    await platform.waitHealthy();
    const pids = platform.pids();
    expect(Object.keys(pids).sort()).toEqual(['server', 'web', 'worker']);
    expect(await platform.stop()).toBe(0);
    expect(Object.values(pids).filter((pid) => identify(pid))).toEqual([]);
    // What others depend on is ended last.
    const order = readFileSync(join(platform.dataDir, 'ended-in-order'), 'utf8');
    expect(order).toBe('worker\nserver\n');
  }, 60_000);

  it('starts again what was killed, and only that', async () => {
    const platform = await startPlatform({ entry, dataDir: newFolder() });
    const before = platform.pids();
    await platform.kill('web');
    await platform.waitForRestart('web', before.web!);
    await platform.waitHealthy();
    expect(platform.pids()).toMatchObject({ server: before.server, worker: before.worker });
    await platform.stop();
  }, 60_000);

  it('ends and starts again what stands, by a loop of its own or held from outside', async () => {
    const platform = await startPlatform({ entry, dataDir: newFolder() });
    const before = platform.pids();
    process.kill(before.worker!, 'SIGSTOP');
    await expect(
      fetch(`http://127.0.0.1:${platform.port}/stand`, { signal: AbortSignal.timeout(2_000) }),
    ).rejects.toThrow();
    const began = Date.now();
    await Promise.all([
      platform.waitForRestart('web', before.web!),
      platform.waitForRestart('worker', before.worker!),
    ]);
    expect(Date.now() - began).toBeGreaterThan(10_000);
    await platform.waitHealthy();
    expect(platform.output()).toContain('停止响应已 20 秒');
    expect(platform.pids().server).toBe(before.server);
    await platform.stop();
  }, 120_000);

  it('ends the processes a killed supervisor left behind when it is started again', async () => {
    const first = await startPlatform({ entry, dataDir: newFolder() });
    const left = first.pids();
    await first.killSupervisor();
    expect(first.pids()).toEqual(left);
    const second = await startPlatform({ entry, dataDir: first.dataDir, port: first.port });
    expect(second.output()).toContain('结束了上次遗留的进程');
    expect(Object.values(left).filter((pid) => identify(pid))).toEqual([]);
    await second.waitHealthy();
    await second.stop();
  }, 60_000);

  it('stops everything when the command that started it was killed', async () => {
    const platform = await beginPlatform({ entry, dataDir: newFolder() });
    await platform.ready;
    const pids = platform.pids();
    await platform.killStarter();
    const again = await startPlatform({ entry, dataDir: platform.dataDir, port: platform.port });
    expect(Object.values(pids).filter((pid) => identify(pid))).toEqual([]);
    await again.stop();
  }, 60_000);

  it('says in one sentence who sits on its port, and starts nothing', async () => {
    const other = createServer((_, response) => response.end('busy'));
    const port = await freePort();
    await new Promise<void>((resolve) => other.listen(port, resolve));
    const platform = await beginPlatform({ entry, dataDir: newFolder(), port });
    expect(await platform.ended).toBe(1);
    expect(platform.output()).toContain(`端口 ${port} 已被进程 ${process.pid}`);
    expect(platform.output()).toContain(`PORT=${port + 1} npm start`);
    expect(platform.pids()).toEqual({});
    other.close();
  }, 60_000);

  it('refuses a second platform on the same data, naming the running one', async () => {
    const first = await startPlatform({ entry, dataDir: newFolder() });
    const second = await beginPlatform({ entry, dataDir: first.dataDir });
    expect(await second.ended).toBe(1);
    expect(second.output()).toContain(`已在运行（进程 ${first.supervisor}）`);
    await first.waitHealthy();
    await first.stop();
  }, 60_000);

  it('lets two platforms run side by side and ends only its own processes', async () => {
    const [one, two] = await Promise.all([
      startPlatform({ entry, dataDir: newFolder() }),
      startPlatform({ entry, dataDir: newFolder() }),
    ]);
    const others = two.pids();
    await one.stop();
    expect(two.pids()).toEqual(others);
    await two.stop();
  }, 60_000);

  it('ends with the reason and leaves nothing running when a preparation fails', async () => {
    const platform = await beginPlatform({ entry, dataDir: newFolder(), env: { FAIL: '1' } });
    expect(await platform.ended).toBe(1);
    expect(platform.output()).toContain('the preparation was told to fail');
    expect(platform.pids()).toEqual({});
    expect(existsSync(join(platform.dataDir, 'supervisor.lock'))).toBe(false);
  }, 60_000);
});
