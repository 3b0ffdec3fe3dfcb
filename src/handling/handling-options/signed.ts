/** Promises as they were signed: the letter word for word, with its SM3 digest, who and when. */
import { sm3 } from 'sm-crypto-v2';
import type { EntityManager } from 'typeorm';
import { audit } from '../../people/index.js';
import type { Letter } from './letters.js';

export type PromiseKind = 'gaps' | 'promise';

export interface SignedLetter {
  kind: PromiseKind;
  letter: Letter & { materials?: string[] };
  signedBy: string;
  signedName: string;
}

export async function keepSigned(
  manager: EntityManager,
  caseNumber: string,
  { kind, letter, signedBy, signedName }: SignedLetter,
): Promise<void> {
  const digest = sm3(JSON.stringify(letter));
  await manager.query(
    `INSERT INTO signed_promise (case_number, kind, letter, digest, signed_by, signed_name)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [caseNumber, kind, JSON.stringify(letter), digest, signedBy, signedName],
  );
  await audit(manager, {
    person: signedBy,
    act: 'promise.sign',
    target: `case:${caseNumber}`,
    outcome: 'done',
    detail: { kind, digest },
  });
}

export interface SignedPromiseView {
  kind: PromiseKind;
  title: string;
  lines: string[];
  digest: string;
  signedName: string;
  signedAt: Date;
}

/** What was promised in a case; a child's promise is its matter's. */
export function signedPromises(
  manager: EntityManager,
  caseNumber: string,
): Promise<SignedPromiseView[]> {
  return manager.query<SignedPromiseView[]>(
    `SELECT s.kind, coalesce(s.letter ->> 'title', '') AS title,
            coalesce(s.letter -> 'lines', '[]') AS lines, s.digest,
            s.signed_name AS "signedName", s.signed_at AS "signedAt"
       FROM signed_promise s
      WHERE s.case_number = $1
         OR s.case_number = (SELECT parent_number FROM cases WHERE number = $1)
      ORDER BY s.signed_at, s.kind`,
    [caseNumber],
  );
}
