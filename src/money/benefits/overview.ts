/** The monthly lists a post has to do with: an admin's all, a county's own, a village's lines of it. */
import type { EntityManager } from 'typeorm';
import type { Session } from '../../people/index.js';
import type { BenefitListSummaryDto } from './benefit.dto.js';
import { countyOf } from './lists.js';

const NEWEST = 100;

/** Newest month first. A village's desk sees those with somebody of its own, and counts only these. */
export function listLists(
  manager: EntityManager,
  session: Session,
): Promise<BenefitListSummaryDto[]> {
  const { role, organisation } = session.post!;
  const county = role === 'admin' ? null : (countyOf(session) ?? '');
  const village = role === 'agent-desk' ? organisation.region : null;
  return manager.query<BenefitListSummaryDto[]>(
    `SELECT l.id, l.item, l.month, l.region, coalesce(r.name, l.region) AS "regionName", l.state,
            count(*)::int AS lines, count(*) FILTER (WHERE line.state = 'failed')::int AS failed,
            sum(line.amount_cents)::int AS "totalCents"
       FROM benefit_list l
       JOIN benefit_line line ON line.list_id = l.id
       JOIN cases ON cases.number = line.case_number
       LEFT JOIN region r ON r.code = l.region
      WHERE ($1::text IS NULL OR l.region = $1) AND ($2::text IS NULL OR cases.region = $2)
      GROUP BY l.id, r.name ORDER BY l.month DESC, l.prepared_at DESC LIMIT ${NEWEST}`,
    [county, village],
  );
}
