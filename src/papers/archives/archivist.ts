/** Takes packages on, one state at a time, until the e-archive has signed for them. */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { audit } from '../../people/index.js';
import { FILE_COMPUTING, type FileTasks, type Storage, STORAGE } from '../files/index.js';
import type { Computing } from '../../platform/compute/index.js';
import { PROVINCE } from '../../platform/nest-tokens.js';
import { Recurring, type Round } from '../../platform/recurring/index.js';
import type { ArchiveReceipt, ArchiveSystem, ProvinceDoor } from '../../province/index.js';
import { moveToArchived } from './archived-transition.js';
import { checkComplete, checkContents, checkPackage } from './checking.js';
import { followedBy } from './earlier.js';
import { askFor, notReady, type PackageState } from './packages.js';
import { packedParts } from './parts.js';
import { bytesOf, packCase } from './packing.js';
import { checksFrom, type Finding, PROPERTIES, type PropertyCheck } from './properties.js';

/** A lease and the longest rest, s. */
const LEASE_SECONDS = 120;
const LONGEST_REST = 600;
/** How soon the archive is asked again whether it has checked what it got, s. */
const ASK_AGAIN = 2;
/** … after it answered what cannot be. */
const ASK_WRONG_AGAIN = 10;
/** So often it may say that it is still checking before a reader is told that it is late. */
const LATE_AFTER = 5;

interface Row {
  id: string;
  caseNumber: string;
  state: PackageState;
  /** With this one, since it came into its state. */
  attempts: number;
  fileKey: string | null;
  digest: string | null;
  files: { path: string }[];
  /** Who asked for it; nobody = the case's own act. */
  by: { person: string | null; post: string | null };
  /** Id of the case's applicant. */
  applicant: string | null;
}

@Injectable()
export class Archivist {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(PROVINCE) private readonly province: ProvinceDoor,
    @Inject(STORAGE) private readonly storage: Storage,
    @Inject(FILE_COMPUTING) private readonly computing: Computing<FileTasks>,
  ) {}

  /** Takes one package one state on. Every process may: a row is leased. @returns whether there was one */
  @Recurring({ name: 'archive-packages', every: 2_000 })
  async takeOn(round: Round): Promise<boolean> {
    const [[row]] = await this.dataSource.query<[Row[], number]>(
      `UPDATE archive_package SET attempts = attempts + 1,
              next_attempt_at = now() + make_interval(secs => $1)
        WHERE id = (SELECT id FROM archive_package
                     WHERE state IN ('due', 'packed', 'checked', 'handed-over')
                       AND next_attempt_at <= now()
                     ORDER BY next_attempt_at LIMIT 1 FOR UPDATE SKIP LOCKED)
       RETURNING id, case_number AS "caseNumber", state, attempts, file_key AS "fileKey", digest, files,
                 jsonb_build_object('person', requested_by, 'post', requested_post) AS by,
                 (SELECT applicant_id FROM cases WHERE number = case_number) AS applicant`,
      [LEASE_SECONDS],
    );
    if (!row) return false;
    await round.item(`package of case ${row.caseNumber}`, async () => {
      try {
        await this.step(row);
      } catch (error) {
        await this.rest(row, error);
        throw error;
      }
    });
    return true;
  }

  private step(row: Row): Promise<void> {
    switch (row.state) {
      case 'due':
        return this.pack(row);
      case 'packed':
        return this.check(row);
      case 'checked':
        return this.handOver(row);
      default:
        return this.askForReceipt(row);
    }
  }

  private async pack(row: Row): Promise<void> {
    const { manager } = this.dataSource;
    const reason = await notReady(manager, row.caseNumber);
    if (reason) throw new Error(reason);
    const parts = await packedParts(manager, row.caseNumber, (part) =>
      this.dataSource.transaction((inside) => askFor(inside, part, row.by)),
    );
    const follows = await followedBy(manager, row.id);
    const packed = await packCase(manager, this.storage, row.caseNumber, { follows, parts });
    const { bytes, digest, files, retention } = packed;
    const key = `archive/${row.caseNumber}-${digest.slice(0, 16)}.zip`;
    await this.storage.put(key, bytes);
    await this.moved(row, 'packed', {
      packed_at: new Date(),
      file_key: key,
      size: bytes.length,
      digest,
      files: JSON.stringify(files),
      retention: JSON.stringify(retention),
    });
  }

  private async check(row: Row): Promise<void> {
    const bytes = await bytesOf(this.storage, row.fileKey!);
    const follows = await followedBy(this.dataSource.manager, row.id);
    const expected = { caseNumber: row.caseNumber, follows: follows?.id ?? null };
    const findings = [
      ...checkPackage(bytes, row.digest!, expected),
      ...(await checkContents(this.computing, bytes)),
      ...(await checkComplete(this.dataSource.manager, row.caseNumber, row.files)),
    ];
    const checks = checksFrom(findings);
    if (findings.length > 0) return this.failed(row, findings, { made: checks });
    return this.moved(row, 'checked', {
      checked_at: new Date(),
      checks_made: JSON.stringify(checks),
    });
  }

  private async handOver(row: Row): Promise<void> {
    const bytes = await bytesOf(this.storage, row.fileKey!);
    await this.archiveFor(row).handOver(row.id, row.digest!, bytes);
    await this.moved(row, 'handed-over', { handed_over_at: new Date() });
  }

  private archiveFor({ caseNumber, applicant }: Row): ArchiveSystem {
    return this.province.on({
      ...{ by: { system: 'archive-packages' }, matter: `case:${caseNumber}`, applicant },
      purpose: '电子档案归档移交',
    }).archive;
  }

  private async askForReceipt(row: Row): Promise<void> {
    const receipt = await this.archiveFor(row).receipt(row.id);
    if (receipt.state === 'checking') {
      const late =
        row.attempts > LATE_AFTER ? '电子档案系统还在检测，没有答复；平台会继续询问。' : null;
      return this.restFor(row, ASK_AGAIN, late);
    }
    const taken = checksOf(receipt);
    if (receipt.state === 'refused') return this.failed(row, refusalOf(receipt), { taken });
    const wrong = wrongWith(row, receipt);
    if (wrong) return this.restFor(row, ASK_WRONG_AGAIN, wrong);
    await this.dataSource.transaction(async (manager) => {
      await manager.query(
        `UPDATE archive_package SET state = 'received', receipt_number = $2, received_at = $3,
                last_error = NULL, checks_taken = $4 WHERE id = $1`,
        [row.id, receipt.number, receipt.at, JSON.stringify(taken)],
      );
      const { id, caseNumber } = row;
      await moveToArchived(manager, { id, caseNumber, at: receipt.at, receipt: receipt.number });
      await this.note(row, 'archive.received', { receipt: receipt.number });
    });
  }

  private async moved(
    row: Row,
    state: PackageState,
    columns: Record<string, Date | string | number>,
  ): Promise<void> {
    const names = Object.keys(columns);
    await this.dataSource.query(
      `UPDATE archive_package SET state = $2, attempts = 0, last_error = NULL,
              next_attempt_at = now()${names.map((name, at) => `, ${name} = $${at + 3}`).join('')}
        WHERE id = $1`,
      [row.id, state, ...Object.values(columns)],
    );
    await this.note(row, `archive.${state}`, {});
  }

  /** It does not go on by itself: a person mends what was found and asks again. */
  private async failed(
    row: Row,
    findings: Finding[],
    { made, taken }: { made?: PropertyCheck[]; taken?: PropertyCheck[] },
  ): Promise<void> {
    await this.dataSource.query(
      `UPDATE archive_package SET state = 'failed', findings = $2, last_error = $3,
              checks_made = coalesce($4, checks_made), checks_taken = $5 WHERE id = $1`,
      [
        ...[row.id, JSON.stringify(findings), findings[0]!.message],
        ...[made, taken].map((checks) => checks && JSON.stringify(checks)),
      ],
    );
    await this.note(row, 'archive.failed', { findings: findings.map(({ code }) => code) });
  }

  private rest(row: Row, error: unknown): Promise<void> {
    const message = error instanceof Error ? error.message : String(error);
    return this.restFor(row, LONGEST_REST, message);
  }

  private async restFor(row: Row, longest: number, message: string | null): Promise<void> {
    await this.dataSource.query(
      `UPDATE archive_package SET last_error = $3,
              next_attempt_at = now() + make_interval(secs => least($2, power(2, least(attempts, 10))))
        WHERE id = $1`,
      [row.id, longest, message],
    );
  }

  private note(row: Row, act: string, detail: Record<string, unknown>): Promise<void> {
    return audit(this.dataSource.manager, {
      person: null,
      act,
      target: `case:${row.caseNumber}`,
      outcome: act === 'archive.failed' ? 'failed' : 'done',
      detail: { package: row.id, ...detail },
    });
  }
}

const checksOf = ({ checks }: ArchiveReceipt): PropertyCheck[] =>
  checks.map(({ property, passed, reason }) => ({
    ...{ property, passed },
    reasons: reason === null ? [] : [reason],
  }));

/** Why the archive does not keep it, by what it looked at; an archive that names nothing says so of the whole. */
function refusalOf({ reason, checks }: ArchiveReceipt): Finding[] {
  const failed = checks.filter(({ passed }) => !passed);
  const found = failed.length > 0 ? failed : [{ property: 'integrity' as const, reason }];
  return found.map((one) => ({
    ...{ property: one.property, code: 'refused' },
    message: `电子档案系统退回：${one.reason ?? reason ?? '未说明理由'}`,
  }));
}

/**
 * A receipt counts for the package it names, after all four properties passed. What is unclear is asked
 * again, not handed over a second time.
 * @returns why it does not count; null = it does
 */
function wrongWith({ digest }: Row, receipt: ArchiveReceipt): string | null {
  if (receipt.digest !== digest)
    return '电子档案系统的回执不是这个归档包的（摘要不符）；平台会再次询问。';
  const passed = receipt.checks.filter((one) => one.passed).map(({ property }) => property);
  if (PROPERTIES.every((one) => passed.includes(one))) return null;
  return '电子档案系统的回执没有写明四性检测全部通过；平台会再次询问。';
}
