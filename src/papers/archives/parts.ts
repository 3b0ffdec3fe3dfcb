/**
 * A 一件事 is archived as a nested package (GB/T 42727-2023): each part has the package of its own, made and
 * signed for first, and the whole's holds them all. A case that was sent up is the level above's to archive.
 */
import type { EntityManager } from 'typeorm';
import { ABOVE } from '../../../workflows/law/index.js';
import type { PackageState } from './packages.js';

/** SQL: whether case `k` is a part of its parent. */
export const IS_PART = `k.parent_occurrence IS DISTINCT FROM '${ABOVE}'`;

/** A part whose package the archive has signed for. */
export interface Part {
  case: string;
  item: string;
  department: string;
  package: string;
  /** SM3, hex. */
  digest: string;
  receiptNumber: string | null;
}

interface PartRow extends Omit<Part, 'package' | 'digest'> {
  ended: boolean;
  package: string | null;
  digest: string | null;
  state: PackageState | null;
  fileKey: string | null;
}

/** A part with the place of its package. */
export type PackedPart = Part & { fileKey: string };

function partsOf(manager: EntityManager, whole: string): Promise<PartRow[]> {
  return manager.query<PartRow[]>(
    `SELECT k.number AS "case", k.item_name AS item, coalesce(o.name, k.lead_department) AS department,
            k.ended, p.state, p.id AS package, p.digest, p.receipt_number AS "receiptNumber",
            p.file_key AS "fileKey"
       FROM cases k LEFT JOIN archive_package p ON p.case_number = k.number
       LEFT JOIN organisation o ON o.id = k.lead_department
      WHERE k.parent_number = $1 AND ${IS_PART} ORDER BY k.number`,
    [whole],
  );
}

/**
 * The parts of a case, their packages asked for where nobody did.
 * @param ask asks for the package of one; it is taken on by itself
 * @throws Error saying which the whole waits for
 */
export async function packedParts(
  manager: EntityManager,
  whole: string,
  ask: (part: string) => Promise<unknown>,
): Promise<PackedPart[]> {
  const before = await partsOf(manager, whole);
  const open = before.filter(({ ended }) => !ended);
  if (open.length > 0) throw new Error(`还有 ${named(open)} 没有办结，办结后自动归档。`);
  // One that failed is a person's to mend and to ask for again.
  for (const part of before) if (part.state !== 'failed') await ask(part.case);
  const parts = await partsOf(manager, whole);
  const failed = parts.filter(({ state }) => state === 'failed');
  if (failed.length > 0) throw new Error(`${named(failed)} 的归档包检测未通过，请先重新归档。`);
  const waiting = parts.filter(({ state }) => state !== 'received');
  if (waiting.length > 0) throw new Error(`等待 ${named(waiting)} 的归档包先由电子档案系统接收。`);
  // What was received has all of them.
  return parts.map(({ ended: _, state: __, package: id, digest, fileKey, ...part }) => ({
    ...part,
    ...{ package: id!, digest: digest!, fileKey: fileKey! },
  }));
}

const named = (parts: PartRow[]): string => parts.map(({ item }) => `“${item}”`).join('、');
