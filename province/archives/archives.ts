import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Journal } from '../journal.js';
import { Problem } from '../problems.js';
import { type Check, judge, sm3 } from './package.js';

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
  /** 四性. */
  checks?: Check[];
}

/** Keeps packages in a folder after checking them as an archive does: whole, and what they say they are. */
export class Archives {
  constructor(
    private readonly folder: string,
    private readonly deposits: Journal<Deposit>,
  ) {}

  /**
   * @param refuses whether it is told to keep nothing
   * @throws Problem 422 when the bytes are not those of the digest, 409 when the key holds another package
   */
  take(key: string, digest: string, bytes: Buffer, refuses = false): void {
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
    const { checks, caseNumber } = this.judged(bytes, refuses);
    const at = new Date().toISOString();
    const of = { key, digest, at, caseNumber, checks };
    const reason = checks.find(({ passed }) => !passed)?.reason;
    this.deposits.put(
      reason
        ? { ...of, state: 'refused', reason }
        : { ...of, state: 'received', number: this.nextNumber(at) },
    );
  }

  /** In itself, and in the place it takes: a case's later package names the one before it. */
  private judged(bytes: Buffer, refuses: boolean): { checks: Check[]; caseNumber?: string } {
    const { checks, caseNumber, follows, parts = [] } = judge(bytes);
    const reason = refuses
      ? '与纸质目录不一致（演练）。'
      : (this.outOfPlace(caseNumber, follows) ?? this.unknownPart(parts));
    if (reason === null) return { checks, caseNumber };
    return {
      caseNumber,
      checks: checks.map((one) =>
        one.property === 'authenticity' && one.passed ? { ...one, passed: false, reason } : one,
      ),
    };
  }

  private outOfPlace(caseNumber: string | undefined, follows: string | undefined): string | null {
    const before = [...this.deposits.values()].filter(
      (deposit) => deposit.state === 'received' && deposit.caseNumber === caseNumber,
    );
    const last = before.at(-1)?.key;
    const isKnown = !follows || this.deposits.get(follows)?.state === 'received';
    if (last ? follows === last : isKnown) return null;
    return last
      ? `办件 ${caseNumber} 已接收归档包 ${last}，后来的归档包应当写明接续它。`
      : `没有接收过所接续的归档包 ${follows}。`;
  }

  /** A part was signed for by itself before its whole. */
  private unknownPart(parts: { package: string; digest: string }[]): string | null {
    const unknown = parts.find(({ package: key, digest }) => {
      const deposit = this.deposits.get(key);
      return deposit?.state !== 'received' || deposit.digest !== digest;
    });
    return unknown ? `没有接收过所含的归档包 ${unknown.package}。` : null;
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
