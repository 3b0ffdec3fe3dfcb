/** Takes packages on, one state at a time, until the e-archive has signed for them. */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { audit } from '../../people/index.js';
import { type Storage, STORAGE } from '../files/index.js';
import { PROVINCE } from '../../platform/nest-tokens.js';
import { Recurring, type Round } from '../../platform/recurring/index.js';
import type { ArchiveSystem, ProvinceDoor } from '../../province/index.js';
import { moveToArchived } from './archived-transition.js';
import { checkComplete, checkPackage, type Finding } from './checking.js';
import { followedBy } from './earlier.js';
import { notReady, type PackageState } from './packages.js';
import { bytesOf, packCase } from './packing.js';

/** A lease and the longest rest, s. */
const LEASE_SECONDS = 120;
const LONGEST_REST = 600;
/** How soon the archive is asked again whether it has checked what it got, s. */
const ASK_AGAIN = 2;

interface Row {
  id: string;
  caseNumber: string;
  state: PackageState;
  fileKey: string | null;
  digest: string | null;
  files: { path: string }[];
  /** Id of the case's applicant. */
  applicant: string | null;
}

@Injectable()
export class Archivist {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(PROVINCE) private readonly province: ProvinceDoor,
    @Inject(STORAGE) private readonly storage: Storage,
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
       RETURNING id, case_number AS "caseNumber", state, file_key AS "fileKey", digest, files,
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
    const follows = await followedBy(manager, row.id);
    const { bytes, digest, files } = await packCase(manager, this.storage, row.caseNumber, follows);
    const key = `archive/${row.caseNumber}-${digest.slice(0, 16)}.zip`;
    await this.storage.put(key, bytes);
    await this.moved(row, 'packed', {
      packed_at: new Date(),
      file_key: key,
      size: bytes.length,
      digest,
      files: JSON.stringify(files),
    });
  }

  private async check(row: Row): Promise<void> {
    const bytes = await bytesOf(this.storage, row.fileKey!);
    const follows = await followedBy(this.dataSource.manager, row.id);
    const findings = [
      ...checkPackage(bytes, row.digest!, follows?.id ?? null),
      ...(await checkComplete(this.dataSource.manager, row.caseNumber, row.files)),
    ];
    if (findings.length > 0) return this.failed(row, findings);
    return this.moved(row, 'checked', { checked_at: new Date() });
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
    if (receipt.state === 'checking') return this.restFor(row, ASK_AGAIN, null);
    if (receipt.state === 'refused') {
      const message = `电子档案系统退回：${receipt.reason ?? '未说明理由'}`;
      return this.failed(row, [{ code: 'refused', message }]);
    }
    await this.dataSource.transaction(async (manager) => {
      await manager.query(
        `UPDATE archive_package SET state = 'received', receipt_number = $2, received_at = $3,
                last_error = NULL WHERE id = $1`,
        [row.id, receipt.number, receipt.at],
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
  private async failed(row: Row, findings: Finding[]): Promise<void> {
    await this.dataSource.query(
      `UPDATE archive_package SET state = 'failed', findings = $2, last_error = $3 WHERE id = $1`,
      [row.id, JSON.stringify(findings), findings[0]!.message],
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
