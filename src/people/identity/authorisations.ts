/**
 * 委托授权 as it counts (民法典 165, 173): who may act in whose name today. Asked here by everybody, in SQL:
 * by sessions for whom somebody acts, by drafts and cases whether who wrote them still stands for them.
 */
import type { EntityManager } from 'typeorm';
import { forbidden } from '../../platform/errors.js';
import type { ExchangeSubject } from '../../province/index.js';

/** For whom somebody acts, by an authorisation that counts. */
export interface ActingFor {
  authorisation: string;
  person: { id: string; name: string; kind: 'natural' | 'legal' };
  /** Codes of items; null = whatever the principal may apply for. */
  items: string[] | null;
  /** Its last day. */
  to: string;
}

/** Whether the authorisation `z` counts today. */
export const COUNTS = `(z.revoked_at IS NULL
  AND (now() AT TIME ZONE 'Asia/Shanghai')::date BETWEEN z.from_on AND z.to_on)`;

/** One who is acted for, as `jsonb`, of the authorisation `z` and its principal `v`. */
export const ACTING_FOR = `jsonb_build_object('authorisation', z.id, 'items', to_jsonb(z.items), 'to', z.to_on,
  'person', jsonb_build_object('id', v.id, 'name', v.name,
    'kind', CASE v.kind WHEN 'legal' THEN 'legal' ELSE 'natural' END))`;

/**
 * Those who stand for a case: its applicant, and who applied for them: by their office, or for as long as
 * their authorisation counts. An array in SQL.
 * @param row the row of `cases` in the statement
 */
export const peopleOf = (row: string): string => `array_remove(ARRAY[${row}.applicant_id,
  CASE WHEN ${row}.authorisation_id IS NULL OR EXISTS (SELECT 1 FROM authorisation z
    WHERE z.id = ${row}.authorisation_id AND ${COUNTS}) THEN ${row}.agent_id END], NULL)`;

/** An authorisation as whoever writes under it needs it. */
export interface Standing {
  principalId: string;
  name: string;
  kind: 'natural' | 'legal';
  /** How registers are asked about the principal. */
  about: ExchangeSubject;
}

/**
 * What somebody may do in the principal's name, for one item; it counts until the transaction is over.
 * @throws DomainError 403 `authorisation-over`, `authorisation-not-for-item`
 */
export async function requireAuthorised(
  manager: EntityManager,
  id: string,
  agentId: string,
  item: string,
): Promise<Standing> {
  const [row] = await manager.query<
    {
      principalId: string;
      name: string;
      kind: string;
      subject: string;
      number: string | null;
      covers: boolean;
    }[]
  >(
    `SELECT v.id AS "principalId", v.name, v.kind, v.subject, z.principal_number AS number,
            z.items IS NULL OR $3 = ANY (z.items) AS covers
       FROM authorisation z JOIN person v ON v.id = z.principal_id
      WHERE z.id = $1 AND z.agent_id = $2 AND ${COUNTS} FOR SHARE OF z`,
    [id, agentId, item],
  );
  if (!row) throw authorisationOver();
  if (!row.covers)
    throw forbidden(
      'authorisation-not-for-item',
      '委托的范围不包括这个事项。请委托人另行委托，或者由本人办理。',
    );
  const kind = row.kind === 'legal' ? 'legal' : 'natural';
  return { principalId: row.principalId, name: row.name, kind, about: aboutOf(row, kind) };
}

export const authorisationOver = () =>
  forbidden(
    'authorisation-over',
    '这项委托已经到期或者撤销，不能再以委托人的名义办理。请委托人重新委托，或者由本人办理。',
  );

function aboutOf(
  { number, subject }: { number: string | null; subject: string },
  kind: 'natural' | 'legal',
): ExchangeSubject {
  if (number === null) return { subject };
  return kind === 'legal' ? { creditCode: number } : { idNumber: number };
}
