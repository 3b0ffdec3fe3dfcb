/** Ratings one by one, the newest first: a supervisor's within the scope, or those of one's own body. */
import type { DataSource } from 'typeorm';
import { BAD_LEVELS, STAGE_NAMES } from '../../handling/index.js';
import { scopeConditions, scopeOf, type Session, Values } from '../../people/index.js';
import { decodeCursor, encodeCursor } from '../../platform/http/index.js';
import { masked } from '../../platform/masking.js';
import { type Filter, unitConditions, where } from '../figures/filter.js';
import { type FoundBy, foundBy, wordsOfCase } from '../found-by.js';
import { PAGE, supervises } from '../listing.js';
import type { RatedCaseDto } from './rating-figures.dto.js';

export interface RatingListQuery extends Filter, FoundBy {
  own?: boolean;
  bad?: boolean;
  cursor?: string;
}

function conditionsOf(session: Session, query: RatingListQuery, values: Values): string[] {
  const { place } = values;
  const conditions = ['r.counted', ...unitConditions({}, query, values)];
  if (query.own || !supervises(session))
    conditions.push(`r.department = ${place(session.post?.organisation.id ?? null)}`);
  else conditions.push(...scopeConditions(scopeOf(session), values));
  if (query.item) conditions.push(`r.item = ${place(query.item)}`);
  if (query.bad) conditions.push(`r.level = ANY (${place(BAD_LEVELS)})`);
  const words = (q: string) => [...wordsOfCase(q), `strpos(o.name, ${q}) > 0`];
  conditions.push(...foundBy(query, values, { at: 'r.rated_at', words }));
  if (query.cursor) {
    const [before, number] = decodeCursor(query.cursor);
    conditions.push(
      `(r.rated_at, r.case_number) < (${place(before)}::timestamptz, ${place(number)}::text)`,
    );
  }
  return conditions;
}

/** A page's rows, and one more. @throws DomainError `bad-cursor` */
export function ratingsStatement(session: Session, query: RatingListQuery, size = PAGE) {
  const values = new Values();
  const conditions = conditionsOf(session, query, values);
  const text = `SELECT r.case_number AS "caseNumber", c.item_name AS "itemName",
            coalesce(o.name, r.department) AS department, w.name AS "window", r.level,
            k.answer #>> '{form,comment}' AS comment, r.rated_at AS "ratedAt",
            r.rated_at::text AS "exactAt", a.opinion AS answer, a.completed_at AS "answeredAt",
            h.name AS stage, h.due_at AS "dueAt"
       FROM rating r JOIN unit u ON u.id = r.department
       JOIN cases c ON c.number = r.case_number JOIN task k ON k.id = r.task_id
       LEFT JOIN organisation o ON o.id = r.department LEFT JOIN organisation w ON w.id = r.window_id
       LEFT JOIN LATERAL (SELECT t.opinion, t.completed_at FROM task t
         WHERE t.case_number = r.case_number AND t.purpose = 'rating-answer' AND t.state = 'completed'
         ORDER BY t.completed_at DESC LIMIT 1) a ON true
       LEFT JOIN LATERAL (SELECT t.name, t.due_at FROM task t
         WHERE t.case_number = r.case_number AND t.purpose = ANY (${values.place(STAGE_NAMES)})
           AND t.state = 'open' LIMIT 1) h ON true
     ${where(conditions)} ORDER BY r.rated_at DESC, r.case_number DESC LIMIT ${size + 1}`;
  return { text, values: values.list };
}

/** Numbers of people that somebody wrote into their words are masked. @throws DomainError `bad-cursor` */
export async function listRatings(
  dataSource: DataSource,
  session: Session,
  query: RatingListQuery,
  size = PAGE,
): Promise<{ items: RatedCaseDto[]; next: string | null }> {
  const { text, values } = ratingsStatement(session, query, size);
  const rows = await dataSource.query<(RatedCaseDto & { exactAt: string })[]>(text, values);
  const items = rows.slice(0, size).map(({ exactAt: _, ...row }) => masked(row));
  const last = rows.length > size ? rows[size - 1] : undefined;
  return { items, next: last ? encodeCursor([last.exactAt, last.caseNumber]) : null };
}
