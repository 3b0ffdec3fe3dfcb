/**
 * 文号: 海市监许受字〔2026〕第12号, by body, kind and year. A number is taken in the transaction that
 * makes the document effective: one that fails takes none, so there is no gap.
 */
import type { EntityManager } from 'typeorm';
import { audit } from '../../people/index.js';
import { conflict, notFound } from '../../platform/errors.js';
import { wordFor, type DocumentKind } from './kinds/index.js';

export interface DocumentNumber {
  number: string;
  year: number;
  /** Null where the kind is numbered by its case. */
  serial: number | null;
}

/** @throws DomainError 409 `document-word-missing` when the body has no 机关代字 */
export async function takeNumber(
  manager: EntityManager,
  kind: DocumentKind,
  { organisationId, caseNumber }: { organisationId: string; caseNumber: string },
  year: number,
): Promise<DocumentNumber> {
  if (kind.word === null) return { number: caseNumber, year, serial: null };
  const [row] = await manager.query<{ word: string | null; name: string; type: string }[]>(
    `SELECT w.word, o.name, coalesce(i.type, '') AS type
       FROM organisation o LEFT JOIN document_word w ON w.organisation_id = o.id
       LEFT JOIN cases c ON c.number = $2
       LEFT JOIN item i ON i.code = c.item_code AND i.version = c.item_version
      WHERE o.id = $1`,
    [organisationId, caseNumber],
  );
  if (!row?.word) {
    throw conflict(
      'document-word-missing',
      `${row?.name ?? organisationId}还没有登记机关代字，不能编文号；请流程管理员在“文书管理”中登记。`,
      { organisation: organisationId },
    );
  }
  const word = wordFor(kind, row.type)!;
  // The row stays locked until the transaction ends: the next document waits for this one's fate.
  const [taken] = await manager.query<{ last: number }[]>(
    `INSERT INTO document_serial (organisation_id, kind, year, last) VALUES ($1, $2, $3, 1)
     ON CONFLICT (organisation_id, kind, year) DO UPDATE SET last = document_serial.last + 1
     RETURNING last`,
    [organisationId, seriesOf(kind, word), year],
  );
  const serial = taken!.last;
  return { number: `${row.word}${word}字〔${year}〕第${serial}号`, year, serial };
}

/** Papers of different words are counted apart, so that none of them has a gap. */
const seriesOf = ({ code, word: permits }: DocumentKind, word: string): string =>
  word === permits ? code : `${code}/${word}`;

export interface Word {
  organisationId: string;
  organisation: string;
  word: string | null;
}

/** Bodies whose name or word contains the text, those without a word too. */
export function wordsOf(manager: EntityManager, text: string): Promise<Word[]> {
  return manager.query<Word[]>(
    `SELECT o.id AS "organisationId", o.name AS organisation, w.word
       FROM organisation o LEFT JOIN document_word w ON w.organisation_id = o.id
      WHERE ($1 = '' AND w.word IS NOT NULL) OR ($1 <> '' AND (o.name LIKE '%' || $1 || '%' OR w.word LIKE '%' || $1 || '%'))
      ORDER BY w.word IS NULL, o.level, o.id LIMIT 100`,
    [text],
  );
}

/** Holds for numbers taken from now on. @throws DomainError `organisation-not-found`, `document-word-taken` */
export async function changeWord(
  manager: EntityManager,
  organisationId: string,
  word: string,
  by: { person: string; post: string | null },
): Promise<void> {
  const [other] = await manager.query<{ name: string }[]>(
    `SELECT o.name FROM document_word w JOIN organisation o ON o.id = w.organisation_id
      WHERE w.word = $1 AND w.organisation_id <> $2`,
    [word, organisationId],
  );
  if (other) {
    throw conflict('document-word-taken', `机关代字“${word}”已由${other.name}使用，请换一个。`);
  }
  const rows = await manager.query<unknown[]>(
    `INSERT INTO document_word (organisation_id, word, changed_by)
     SELECT id, $2, $3 FROM organisation WHERE id = $1
     ON CONFLICT (organisation_id) DO UPDATE SET word = $2, changed_by = $3, changed_at = now()
     RETURNING 1`,
    [organisationId, word, by.person],
  );
  if (rows.length === 0) throw notFound('organisation-not-found', '没有这个机关，请重新选择。');
  await audit(manager, {
    ...by,
    act: 'document-word.change',
    target: `organisation:${organisationId}`,
    outcome: 'done',
    detail: { word },
  });
}
