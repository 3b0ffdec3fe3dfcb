import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import type { Journal } from '../journal.js';
import { Problem } from '../problems.js';

/** A package the archive got, and what became of it. */
export interface Deposit {
  key: string;
  digest: string;
  state: 'received' | 'refused';
  number?: string;
  reason?: string;
  at: string;
  /** 电子文件号 of the package: the case. */
  caseNumber?: string;
}

const sm3 = (bytes: Uint8Array): string => createHash('sm3').update(bytes).digest('hex');

/** Keeps packages in a folder after checking them as an archive does: whole, and what they say they are. */
export class Archives {
  constructor(
    private readonly folder: string,
    private readonly deposits: Journal<Deposit>,
  ) {}

  /** @throws Problem 422 when the bytes are not those of the digest, 409 when the key holds another package */
  take(key: string, digest: string, bytes: Buffer): void {
    if (!/^[\w-]{1,80}$/.test(key)) {
      throw new Problem(422, 'wrong-key', '归档包的编号只能由字母、数字和连字符组成。');
    }
    if (sm3(bytes) !== digest) {
      throw new Problem(422, 'wrong-digest', '封装包在传输中损坏：SM3 摘要不一致。');
    }
    const before = this.deposits.get(key);
    if (before?.state === 'received') {
      if (before.digest === digest) return;
      throw new Problem(409, 'already-received', '同一编号已接收另一个封装包。');
    }
    mkdirSync(this.folder, { recursive: true });
    writeFileSync(join(this.folder, `${key}.zip`), bytes);
    const { reason, caseNumber } = this.judged(bytes);
    const at = new Date().toISOString();
    this.deposits.put(
      reason === undefined
        ? { key, digest, state: 'received', number: this.nextNumber(at), at, caseNumber }
        : { key, digest, state: 'refused', reason, at, caseNumber },
    );
  }

  /** Whole in itself, and in the place it takes: a case's later package names the one before it. */
  private judged(bytes: Buffer): { reason?: string; caseNumber?: string } {
    const read = readPackage(bytes);
    if (typeof read === 'string') return { reason: read };
    const { caseNumber, follows } = read;
    const before = [...this.deposits.values()].filter(
      (deposit) => deposit.state === 'received' && deposit.caseNumber === caseNumber,
    );
    const last = before.at(-1)?.key;
    const isKnown = !follows || this.deposits.get(follows)?.state === 'received';
    if (last ? follows === last : isKnown) return { caseNumber };
    return {
      caseNumber,
      reason: last
        ? `办件 ${caseNumber} 已接收归档包 ${last}，后来的归档包应当写明接续它。`
        : `没有接收过所接续的归档包 ${follows}。`,
    };
  }

  /** @throws Problem 404 */
  find(key: string): Deposit {
    const deposit = this.deposits.get(key);
    if (deposit) return deposit;
    throw new Problem(404, 'unknown-package', '没有收到这个编号的封装包。');
  }

  private nextNumber(at: string): string {
    return `辽档接〔${at.slice(0, 4)}〕${String(this.deposits.size + 1).padStart(6, '0')}（演示）`;
  }
}

interface Manifest {
  case?: string;
  files?: { path: string; digest: string }[];
}

interface Metadata {
  follows?: { id: string } | null;
}

/** Of which case a package is and which package it follows; or why the archive does not keep it. */
function readPackage(bytes: Buffer): { caseNumber?: string; follows?: string } | string {
  let entries: Record<string, Uint8Array>;
  try {
    entries = unzipSync(bytes);
  } catch {
    return '封装包不能打开。';
  }
  const { 'manifest.json': manifest, 'metadata.json': metadata } = entries;
  if (!manifest || !metadata || !entries['metadata.xml']) return '封装包缺少清单或元数据。';
  const { case: caseNumber, files = [] } = JSON.parse(
    Buffer.from(manifest).toString('utf8'),
  ) as Manifest;
  const wrong = files.find(({ path, digest }) => !entries[path] || sm3(entries[path]) !== digest);
  if (wrong) return `文件“${wrong.path}”缺失，或与清单中的摘要不一致。`;
  const { follows } = JSON.parse(Buffer.from(metadata).toString('utf8')) as Metadata;
  return { caseNumber, follows: follows?.id };
}
