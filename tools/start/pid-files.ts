/**
 * Which processes a start has running: one small file each in `DATA_DIR/pids`. When the supervisor
 * itself was killed, the next start finds and ends by them what it left behind.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { endProcess, isRunning, type ProcessIdentity } from '../embedded/process-identity.js';

export class PidFiles {
  constructor(readonly folder: string) {
    mkdirSync(folder, { recursive: true });
  }

  write(name: string, identity: ProcessIdentity): void {
    const { pid, startedAt } = identity;
    writeFileSync(this.path(name), `${JSON.stringify({ pid, startedAt })}\n`);
  }

  remove(name: string): void {
    rmSync(this.path(name), { force: true });
  }

  /** Processes written down, whether they still run or not. */
  all(): Map<string, ProcessIdentity> {
    const found = new Map<string, ProcessIdentity>();
    for (const file of readdirSync(this.folder).filter((name) => name.endsWith('.json'))) {
      const identity = readIdentity(join(this.folder, file));
      if (identity) found.set(file.slice(0, -'.json'.length), identity);
    }
    return found;
  }

  /**
   * Ends what a killed supervisor left running, those in `last` after all others and in that
   * order. @returns the names of those that were still running
   */
  async endOrphans(last: string[]): Promise<string[]> {
    const left = this.all();
    const names = [...left.keys()].sort((a, b) => last.indexOf(a) - last.indexOf(b));
    const ended: string[] = [];
    for (const name of names) {
      const identity = left.get(name)!;
      if (isRunning(identity)) {
        await endProcess(identity, name === 'postgres' ? 'SIGINT' : 'SIGTERM');
        ended.push(name);
      }
      this.remove(name);
    }
    return ended;
  }

  private path(name: string): string {
    return join(this.folder, `${name}.json`);
  }
}

function readIdentity(file: string): ProcessIdentity | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as ProcessIdentity;
  } catch {
    // Half written when the supervisor was killed: nothing was running by that name for long.
    return undefined;
  }
}
