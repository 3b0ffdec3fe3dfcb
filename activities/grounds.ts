/**
 * On what ground in law an adapter may act: asked of the case's own row before it does, whatever the
 * diagram, a message or an operator says. Each adapter names its ground in `index.ts`.
 */
import type { DataSource } from 'typeorm';
import { kindNamed } from '../src/papers/index.js';
import type { AdapterCall } from '../workflows/contracts/case.js';
import { ACCEPTANCES, PERMITTED } from '../workflows/law/index.js';
import { refused, textInput } from './adapter.js';

/** What must stand on the case. */
type Act = 'granted' | 'refused' | 'rejected' | 'revoked' | 'accepted' | 'corrected';

export type Ground = (call: AdapterCall) => Requirement | null;

interface Requirement {
  act: Act;
  /** Fees of the item are paid, or none of them is to be paid first. */
  settled?: true;
  /** It concerns this case too, which must be of the same family. */
  concerning?: string;
  /** Of a seal: its document decides instead. */
  document?: string;
}

/** Nothing is granted by it. */
export const anytime: Ground = () => null;

/** A benefit is paid, a paper given out, that was granted and is paid for (行政许可法 39; 给付决定). */
export const granted: Ground = () => ({ act: 'granted', settled: true });

/** A licence is issued, changed or ended by a grant; revoked by the decision to revoke (行政许可法 69). */
export const licensed: Ground = (call) =>
  textInput(call, 'operation') === 'revoke'
    ? { act: 'revoked', concerning: textInput(call, 'case') ?? call.caseNumber }
    : { act: 'granted', settled: true };

/** A document says that an act was done. */
export const sealed: Ground = (call) => ({
  act: 'granted',
  settled: true,
  document: textInput(call, 'document') ?? '',
});

/** Kind of a document → the act it tells of; others prove what happened on their own. */
const BY_KIND: Readonly<Record<string, Requirement>> = {
  licence: { act: 'granted', settled: true },
  'grant-decision': { act: 'granted' },
  'benefit-notice': { act: 'granted' },
  'deemed-renewal-notice': { act: 'granted' },
  'refusal-decision': { act: 'refused' },
  'revocation-decision': { act: 'revoked' },
  'service-refusal-notice': { act: 'refused' },
  'not-accepted-decision': { act: 'rejected' },
  'correction-notice': { act: 'corrected' },
  'acceptance-notice': { act: 'accepted' },
  'acceptance-with-gaps-notice': { act: 'accepted' },
};

interface Row {
  state: string;
  outcome: string | null;
  decided: boolean;
  type: string;
  /** Acts that stand, the latest decision last. */
  acts: string[];
  decision: string | null;
  /** The item has a fee that is to be paid before something is done. */
  charged: boolean;
  paid: number;
  unpaid: number;
  /** Who granted it had accepted it, where the item wants that in different hands. */
  oneHand: boolean;
  family: string[];
}

const ROW = `
  SELECT c.state, c.outcome, c.decided_at IS NOT NULL AS decided, i.type,
         ARRAY(SELECT DISTINCT act FROM legal_move
                WHERE case_number = c.number AND NOT superseded) AS acts,
         (SELECT act FROM legal_move WHERE case_number = c.number AND NOT superseded
             AND act IN ('grant', 'deem-renewed', 'refuse', 'reject')
           ORDER BY id DESC LIMIT 1) AS decision,
         EXISTS (SELECT 1 FROM jsonb_array_elements(coalesce(i.data -> 'fees', '[]')) f
                  WHERE (f ->> 'amountCents')::numeric > 0 AND f ->> 'payBefore' IS DISTINCT FROM 'none')
           AS charged,
         (SELECT count(*)::int FROM payment p
           WHERE p.case_number = c.number AND p.state = 'paid') AS paid,
         (SELECT count(*)::int FROM payment p
           WHERE p.case_number = c.number AND p.state = 'ordered') AS unpaid,
         coalesce((i.data ->> 'separateHands')::boolean, false) AND EXISTS (
           SELECT 1 FROM legal_move g JOIN legal_move a ON a.person_id = g.person_id
            WHERE g.case_number = c.number AND g.act = 'grant' AND NOT g.superseded
              AND a.case_number IN (c.number, c.parent_number) AND a.act = ANY ($2)
              AND NOT a.superseded) AS "oneHand",
         ARRAY(SELECT k.number FROM cases k WHERE k.number = c.number OR k.number = c.parent_number
                  OR k.parent_number IN (c.number, c.parent_number)) AS family
    FROM cases c JOIN item i ON i.code = c.item_code AND i.version = c.item_version
   WHERE c.number = $1`;

/** @throws ApplicationFailure naming what is missing, before anything is done outside */
export async function requireGround(
  dataSource: DataSource,
  call: AdapterCall,
  ground: Ground,
): Promise<void> {
  const asked = ground(call);
  if (!asked) return;
  const [row] = await dataSource.query<Row[]>(ROW, [call.caseNumber, ACCEPTANCES]);
  if (!row) throw refused(`没有办件 ${call.caseNumber}。`);
  const wanted =
    asked.document === undefined ? asked : BY_KIND[kindNamed(asked.document, row.type)];
  if (!wanted) return;
  const missing = lacking(row, wanted);
  if (missing) throw refused(`${missing}，节点 ${call.element} 不能办理。`);
}

function lacking(row: Row, { act, settled, concerning }: Requirement): string | null {
  if (!stands(row, act)) return MISSING[act];
  if (act === 'granted' && row.oneHand) return '受理和准予是同一人所为，不合该事项的规定';
  if (settled && row.charged && (row.unpaid > 0 || row.paid === 0))
    return '应缴的费用还没有缴清或者依法减免';
  if (concerning !== undefined && !row.family.includes(concerning))
    return `办件 ${concerning} 与本办件无关`;
  return null;
}

const MISSING: Readonly<Record<Act, string>> = {
  granted: '办件没有有效的准予决定',
  refused: '办件没有不予许可（不予办理）的决定',
  rejected: '办件没有不予受理的决定',
  revoked: '办件没有撤销许可的决定',
  accepted: '办件没有受理',
  corrected: '办件没有要求补正',
};

/** Where a grant does not stand any longer, or never did. */
const UNDONE: ReadonlySet<string> = new Set([
  ...['refused', 'rejected', 'withdrawn', 'terminated', 'returned', 'lapsed', 'forwarded'],
  'voided',
]);

function stands({ state, outcome, decided, acts, decision }: Row, act: Act): boolean {
  switch (act) {
    case 'granted':
      if (!decided || UNDONE.has(state) || outcome === 'voided') return false;
      // A case from before the acts were kept has its outcome, or its state, alone.
      if (decision === null)
        return outcome === 'granted' || (PERMITTED as string[]).includes(state);
      return decision === 'grant' || decision === 'deem-renewed';
    case 'refused':
      return decision === 'refuse' || outcome === 'refused' || state === 'refused';
    case 'rejected':
      return decision === 'reject' || outcome === 'rejected' || state === 'rejected';
    case 'revoked':
      return acts.includes('revoke');
    case 'accepted':
      return [...ACCEPTANCES, 'deem'].some((one) => acts.includes(one));
    case 'corrected':
      return acts.includes('correct');
  }
}
