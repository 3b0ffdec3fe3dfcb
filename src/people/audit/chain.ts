/**
 * The chain over the audit log: each seal is the SM3 digest (GB/T 32905) of the seal before it and the
 * whole line, so that a line changed, taken out or slipped in later breaks every seal after it.
 *
 * Who can write the tables could compute the whole chain anew: that is found only by a head kept
 * elsewhere. The log of the API tells the head now and then, and `npm run verify -- audit --head`
 * asks whether the chain still goes through it.
 */
import { sm3 } from 'sm-crypto-v2';
import type { EntityManager } from 'typeorm';
import { canonicalJson } from '../../../bpmn/compiler/hash.js';

/** A line as it was written. `id` counts; `at` has microseconds, UTC. */
export interface WrittenLine {
  id: string;
  at: string;
  person: string | null;
  post: string | null;
  act: string;
  target: string;
  outcome: string;
  detail: unknown;
  /** Lines have them since there are traces; null = the system's own doing. */
  address: string | null;
  trace: string | null;
}

/** A place in the chain; the first line's is 1. */
export interface ChainHead {
  sequence: number;
  /** SM3, 64 hexadecimal digits. */
  digest: string;
}

/** What the first line's seal builds on. */
export const START: ChainHead = { sequence: 0, digest: '0'.repeat(64) };

/** The columns of a {@link WrittenLine} of `audit a`, at microseconds: JavaScript's dates lose them. */
export const LINE = `a.id::text AS id,
  to_char(a.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at,
  a.person_id AS person, a.post_id AS post, a.act, a.target, a.outcome, a.detail,
  a.address, a.trace`;

export function sealed(before: ChainHead, line: WrittenLine): ChainHead {
  const { id, at, person, post, act, target, outcome, detail, address, trace } = line;
  // Lines sealed before there were addresses keep their seals.
  const origin = address === null && trace === null ? [] : [{ address, trace }];
  const text = canonicalJson([id, at, person, post, act, target, outcome, detail, ...origin]);
  return { sequence: before.sequence + 1, digest: sm3(`${before.digest}\n${text}`) };
}

/** The chain's last seal. */
export async function headOf(manager: EntityManager): Promise<ChainHead> {
  const [row] = await manager.query<{ sequence: string; digest: string }[]>(
    `SELECT sequence, digest FROM audit_seal ORDER BY sequence DESC LIMIT 1`,
  );
  return row ? { sequence: Number(row.sequence), digest: row.digest } : START;
}

/** Lines sealed in one transaction. */
const BATCH = 1_000;
/** Only one process seals at a time: the number of PostgreSQL's advisory lock. */
const LOCK = 0x5ea1;

/** Seals a batch of the waiting lines; returns how many. None where another process is sealing. */
export async function sealWaiting(manager: EntityManager): Promise<number> {
  const [{ mine }] = await manager.query<[{ mine: boolean }]>(
    `SELECT pg_try_advisory_xact_lock($1) AS mine`,
    [LOCK],
  );
  if (!mine) return 0;
  const lines = await manager.query<WrittenLine[]>(
    `SELECT ${LINE} FROM audit_unsealed JOIN audit a ON a.id = audit_id ORDER BY a.id LIMIT ${BATCH}`,
  );
  if (lines.length === 0) return 0;
  let head = await headOf(manager);
  const seals = lines.map((line) => (head = sealed(head, line)));
  const ids = lines.map(({ id }) => id);
  await manager.query(
    `INSERT INTO audit_seal (sequence, audit_id, digest)
     SELECT * FROM unnest($1::bigint[], $2::bigint[], $3::text[])`,
    [seals.map(({ sequence }) => sequence), ids, seals.map(({ digest }) => digest)],
  );
  await manager.query(`DELETE FROM audit_unsealed WHERE audit_id = ANY($1::bigint[])`, [ids]);
  return lines.length;
}
