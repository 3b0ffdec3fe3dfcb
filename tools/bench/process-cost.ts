/** CPU and disk of the platform's processes, read from /proc: what a bench run cost each of them. */
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Linux reports CPU in ticks of 1/100 s. */
const MS_PER_TICK = 10;

interface Stat {
  parent: number;
  /** Own CPU and that of ended children, ms. */
  cpu: number;
}

function readStat(pid: number): Stat | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The command may hold spaces and brackets; fields begin behind the last one.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const ticks = [11, 12, 13, 14].reduce((sum, index) => sum + Number(fields[index]), 0);
    return { parent: Number(fields[1]), cpu: ticks * MS_PER_TICK };
  } catch {
    return null; // It ended meanwhile.
  }
}

/** CPU used so far by a process and all that descends from it, ms. */
export function cpuOfTree(root: number): number {
  const stats = new Map<number, Stat>();
  for (const name of readdirSync('/proc')) {
    const pid = Number(name);
    const stat = Number.isInteger(pid) ? readStat(pid) : null;
    if (stat) stats.set(pid, stat);
  }
  const inTree = (pid: number): boolean =>
    pid === root || (stats.has(pid) && pid > 1 && inTree(stats.get(pid)!.parent));
  let sum = 0;
  for (const [pid, { cpu }] of stats) if (inTree(pid)) sum += cpu;
  return sum;
}

/** Bytes kept in all files under a folder; 0 where there is none. */
export function bytesUnder(folder: string): number {
  let sum = 0;
  try {
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (entry.isFile()) sum += sizeOf(join(entry.parentPath, entry.name));
    }
  } catch {
    return 0;
  }
  return sum;
}

function sizeOf(file: string): number {
  try {
    return statSync(file).size;
  } catch {
    return 0; // Removed meanwhile.
  }
}
