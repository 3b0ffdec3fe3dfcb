/** Backups side by side in one folder, each named by its time; the oldest go. */
import { existsSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isBackup } from './manifest.js';

/** `2026-11-30T0230`, in China. */
const NAME = /^\d{4}-\d{2}-\d{2}T\d{4}$/;

/** @param at ms */
export function nameAt(at: number): string {
  const parts = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Asia/Shanghai',
    dateStyle: 'short',
    timeStyle: 'short',
  }).format(at);
  return parts.replace(' ', 'T').replace(':', '');
}

/** Removes whole backups of ours but the newest; nothing else in the folder is touched. @returns which */
export async function dropOldest(folder: string, keep: number): Promise<string[]> {
  const names = existsSync(folder) ? await readdir(folder) : [];
  const whole = names.filter((name) => NAME.test(name) && isBackup(join(folder, name))).sort();
  const old = whole.slice(0, Math.max(0, whole.length - keep));
  for (const name of old) await rm(join(folder, name), { recursive: true, force: true });
  return old;
}
