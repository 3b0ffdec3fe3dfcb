/** How a licence comes to its end, on whose word and by which article; its papers end in the same transaction. */
import type { EntityManager } from 'typeorm';
import { PERMIT_LAW } from '../../../workflows/law/index.js';
import { tellLicenceEnded } from './telling.js';

/** 变更, 延续, 补证 (another takes its place); 撤销, 注销; 作废 with its case. */
export const ENDED_AS = [
  'changed',
  'renewed',
  'replaced',
  'revoked',
  'cancelled',
  'voided',
] as const;
export type EndedAs = (typeof ENDED_AS)[number];

/** SQL: as what a licence `l` ended; a release that kept no more than the state may have ended it. */
export const ENDED_AS_OF = `coalesce(l.ended_as, nullif(l.state, 'valid'))`;

export interface Ending {
  as: EndedAs;
  reason: string;
  /** The body that decided so. */
  organisation: string | null;
  article: string | null;
  /** The case whose act it is, and which step, where that may yet turn out never to have happened. */
  caseNumber: string;
  at?: { step: number; cause: string };
}

/** Ends the papers of a licence; official documents hand it over. */
export type PaperEnder = (
  manager: EntityManager,
  identifier: string,
  ending: Ending,
) => Promise<void>;

/** Of 行政许可法: 49 变更, 50 延续, 69 撤销, 70 注销. */
const PERMITS: Partial<Record<EndedAs, string>> = {
  changed: '行政许可法第四十九条',
  renewed: '行政许可法第五十条',
  revoked: '行政许可法第六十九条',
  cancelled: '行政许可法第七十条',
};

/** On which article what was granted under a law ends so; null = on none but the item's own basis. */
export const articleOfEnding = (law: string, as: EndedAs): string | null =>
  law.includes(PERMIT_LAW) ? (PERMITS[as] ?? null) : null;

/** Marks the row, and ends its papers; a licence that has ended already keeps its end. */
export async function markEnded(
  manager: EntityManager,
  identifier: string,
  state: 'revoked' | 'cancelled' | 'replaced' | 'voided',
  ending: Ending,
  endPapers: PaperEnder,
): Promise<void> {
  const { as, reason, organisation, article, caseNumber } = ending;
  const [, ended] = await manager.query<[unknown[], number]>(
    `UPDATE licence SET state = $2, ended_at = now(), ended_as = $3, ended_reason = $4,
            ended_org = $5, ended_article = $6, ended_case = $7
      WHERE identifier = $1 AND state = 'valid'`,
    [identifier, state, as, reason, organisation, article, caseNumber],
  );
  if (ended === 0) return;
  await endPapers(manager, identifier, ending);
  await tellLicenceEnded(manager, identifier, as);
}
