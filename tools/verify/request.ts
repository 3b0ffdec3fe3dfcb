/** What `npm run verify` is asked to do, read from its arguments. */
import { parseArgs } from 'node:util';
import { readInstant } from '../../bpmn/time/index.js';
import type { ChainHead } from '../../src/people/audit/index.js';
import { sentenceOf } from '../command-line/refusal.mjs';

const USAGE = `用法：
  npm run verify [-- --since 年-月-日]
  npm run verify -- --repair [--epoch 纪元]
  npm run verify -- audit [--head 序号:SM3值]
  npm run verify -- supervision [--rebuild]`;

export type Request =
  | { check: 'platform'; endedSince?: Date }
  /** `epoch`: the least one to begin, where one begins. */
  | { check: 'repair'; epoch?: number }
  | { check: 'audit'; expected?: ChainHead }
  | { check: 'supervision'; rebuild: boolean };

const OPTIONS = {
  epoch: { type: 'string' },
  head: { type: 'string' },
  rebuild: { type: 'boolean' },
  repair: { type: 'boolean' },
  since: { type: 'string' },
} as const;

/** Which options go with what is checked. */
const TAKEN: Record<string, readonly string[]> = {
  platform: ['since'],
  repair: ['repair', 'epoch'],
  audit: ['head'],
  supervision: ['rebuild'],
};

const misunderstood = (what: string): Error => new Error(`${what}\n${USAGE}`);

function parsed(args: string[]) {
  try {
    return parseArgs({ args, allowPositionals: true, options: OPTIONS });
  } catch (error) {
    throw misunderstood(sentenceOf(error));
  }
}

/** @throws Error with one sentence when it cannot be understood */
export function readRequest(args: string[]): Request {
  const { values, positionals } = parsed(args);
  const check = positionals.join(' ') || (values.repair ? 'repair' : 'platform');
  const astray = Object.keys(values).find((name) => !TAKEN[check]?.includes(name));
  if (!TAKEN[check] || astray !== undefined) throw misunderstood(`不认识 ${astray ?? check}。`);
  switch (check) {
    case 'repair':
      return { check, epoch: values.epoch === undefined ? undefined : epochIn(values.epoch) };
    case 'audit':
      return { check, expected: values.head === undefined ? undefined : headIn(values.head) };
    case 'supervision':
      return { check, rebuild: values.rebuild ?? false };
    default:
      return {
        check: 'platform',
        endedSince: values.since === undefined ? undefined : dayIn(values.since),
      };
  }
}

/** @throws Error when it is none that can begin */
export function epochIn(text: string): number {
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text);
  throw new Error(`--epoch ${text} 不是纪元；请写一个正整数，如 3。`);
}

/** `12:ab…` as the command prints it. */
function headIn(text: string): ChainHead {
  const [, sequence, digest] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(text) ?? [];
  if (sequence && digest) return { sequence: Number(sequence), digest };
  throw new Error(`--head ${text} 不是审计链的链头；请照原样写 序号:SM3值。`);
}

/** `2026-11-01`: the beginning of that day in China. */
function dayIn(text: string): Date {
  const read = /^[\d-]+$/.test(text) ? readInstant(text) : undefined;
  if (read && 'at' in read) return new Date(read.at);
  throw new Error(`--since ${text} 不是日历上的日期；请写成 2026-11-01 这样的形式。`);
}
