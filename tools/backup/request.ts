/** What `npm run backup` and `npm run restore` are asked, read from their arguments. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { sentenceOf } from '../command-line/refusal.mjs';
import { epochIn } from '../verify/request.js';
import { nameAt } from './kept.js';

const BACKUP_USAGE = `用法：
  npm run backup -- 文件夹
  npm run backup -- --into 文件夹 [--keep 份数]`;
const RESTORE_USAGE = '用法：npm run restore -- 文件夹 [--epoch 纪元]';

export interface BackupRequest {
  folder: string;
  /** Of the backups in this folder as many stay. */
  keep?: { in: string; newest: number };
}

export interface RestoreRequest {
  folder: string;
  /** The least one to begin. */
  epoch?: number;
}

function parsed<Options extends NonNullable<Parameters<typeof parseArgs>[0]>['options']>(
  args: string[],
  options: Options,
  usage: string,
) {
  try {
    return parseArgs({ args, allowPositionals: true, options });
  } catch (error) {
    throw new Error(`${sentenceOf(error)}\n${usage}`);
  }
}

/** @param now ms @throws Error with one sentence when it cannot be understood */
export function readBackupRequest(args: string[], now: number): BackupRequest {
  const options = { into: { type: 'string' }, keep: { type: 'string' } } as const;
  const { values, positionals } = parsed(args, options, BACKUP_USAGE);
  const { into, keep } = values;
  const [folder, ...more] = positionals;
  if (more.length > 0 || (folder === undefined) === (into === undefined) || folder === '')
    throw new Error(BACKUP_USAGE);
  if (keep !== undefined && (into === undefined || !/^[1-9]\d{0,3}$/.test(keep)))
    throw new Error(`--keep ${keep} 应为正整数，与 --into 一起使用。\n${BACKUP_USAGE}`);
  if (into === undefined) return { folder: resolve(folder!) };
  const within = resolve(into);
  return {
    folder: resolve(within, nameAt(now)),
    ...(keep && { keep: { in: within, newest: Number(keep) } }),
  };
}

/** @throws Error with one sentence when it cannot be understood */
export function readRestoreRequest(args: string[]): RestoreRequest {
  const { values, positionals } = parsed(args, { epoch: { type: 'string' } }, RESTORE_USAGE);
  const [folder, ...more] = positionals;
  if (!folder || more.length > 0) throw new Error(RESTORE_USAGE);
  return {
    folder: resolve(folder),
    ...(values.epoch !== undefined && { epoch: epochIn(values.epoch) }),
  };
}
