/** The cases behind a figure, a page at a time: the soonest limit first, what ended the latest first. */
import type { DataSource } from 'typeorm';
import type { CaseState } from '../../../workflows/contracts/case.js';
import { stateNameOf } from '../../../workflows/item-types/case-names.js';
import { decodeCursor, encodeCursor } from '../../platform/http/index.js';
import { Values, type Scope } from '../../people/index.js';
import type { COLOUR_NAMES } from '../colours.js';
import { type FoundBy, foundBy, wordsOfCase } from '../found-by.js';
import { rowConditions, where, type Filter } from './filter.js';
import {
  conditionOf,
  METRICS,
  RECENT,
  thresholds,
  type MetricName,
  type Moments,
} from './metrics.js';

const PAGE = 50;

/** The limits a case may be late by; `step` is the limit of the step it stands at. */
export const LIMITS = [
  'statutory',
  'promised',
  'acceptance',
  'delivery',
  'hearing',
  'review',
  'step',
] as const;
export type LimitName = (typeof LIMITS)[number];

/** A figure of one limit lists by how much that one is passed; the others, the soonest there is. */
const LIMIT_OF: Partial<Record<MetricName, LimitName>> = {
  statutoryOverdue: 'statutory',
  promisedOverdue: 'promised',
  acceptanceOverdue: 'acceptance',
  deliveryOverdue: 'delivery',
  hearingOverdue: 'hearing',
  reviewOverdue: 'review',
  stepsOverdue: 'step',
  stepsDueSoon: 'step',
};

export interface ListedCase {
  number: string;
  itemName: string;
  applicantName: string | null;
  state: string;
  stateName: string;
  regionName: string;
  /** The department that leads the case. */
  department: string;
  /** The step it was found by, or the first to end of those open. */
  step: string | null;
  stepDepartment: string | null;
  handler: string | null;
  submittedAt: Date;
  acceptedAt: Date | null;
  /** Which limit is meant, and when it ends; null = none runs. */
  limit: LimitName | null;
  limitDue: Date | null;
  statutoryDue: Date | null;
  promisedDue: Date | null;
  stepDue: Date | null;
  pausedAt: Date | null;
  finishedAt: Date | null;
  returned: number;
  light: 'red' | 'yellow' | 'warning' | 'green' | 'none';
  /** Something that should go by itself stands still. */
  incident: boolean;
  cards: (keyof typeof COLOUR_NAMES)[];
}

/** Where each grain is read from, and in which order; `sort` and `id` are the keys of a page. */
const SOURCES = {
  case: { from: 'open_case c', row: 'c', number: 'c.number', sort: 'c.first_due', id: 'c.number' },
  step: {
    from: 'open_step s',
    row: 's',
    number: 's.case_number',
    sort: `coalesce(s.due, 'infinity'::timestamptz)`,
    id: 's.task',
  },
  finished: {
    from: 'finished_case f',
    row: 'f',
    number: 'f.number',
    sort: 'f.finished_at',
    id: 'f.number',
  },
};

export interface ListAsk {
  scope: Scope;
  filter: Filter;
  metric: MetricName;
  moments: Moments;
  found?: FoundBy;
  cursor?: string;
}

interface PageStatement {
  text: string;
  values: unknown[];
}

/** The page's keys first, from the narrow tables; what is shown of them is looked up for these few. */
export function pageStatement(ask: ListAsk, size = PAGE): PageStatement {
  const { filter, metric } = ask;
  // At a step or a handler, whole cases are those that stand there.
  const atStep = (filter.step ?? filter.handler) !== undefined;
  const { grain } = METRICS[metric];
  const source = SOURCES[grain];
  const values = new Values();
  const { cte, texts } = thresholds(ask.moments, values.place);
  const conditions =
    atStep && grain === 'case'
      ? [standsAt(ask, values)]
      : rowConditions(ask.scope, filter, values, source.row);
  if (atStep && grain === 'step') conditions.push(...stepConditions(filter, values));
  if (grain === 'finished') conditions.push(RECENT);
  const condition = conditionOf(metric, texts);
  if (condition) conditions.push(condition);
  conditions.push(...searched(ask, values, source.number));
  const descending = grain === 'finished';
  if (ask.cursor) {
    const [sort, id] = decodeCursor(ask.cursor);
    conditions.push(
      `(${source.sort}, ${source.id}) ${descending ? '<' : '>'} (${values.place(sort)}::timestamptz, ${values.place(id)})`,
    );
  }
  const order = descending ? ' DESC' : '';
  const text = `WITH ${cte} SELECT ${source.number} AS number, ${source.id} AS id,
      (${source.sort})::text AS sort
    FROM ${source.from} ${where(conditions)}
    ORDER BY ${source.sort}${order}, ${source.id}${order} LIMIT ${size + 1}`;
  return { text, values: values.list };
}

function searched({ found = {}, metric }: ListAsk, values: Values, number: string): string[] {
  const conditions = foundBy(found, values, { at: 'c.submitted_at', words: wordsOfCase });
  if (conditions.length === 0) return [];
  const ended = METRICS[metric].grain === 'finished' ? 'c.ended' : 'NOT c.ended';
  return [`${number} IN (SELECT c.number FROM cases c ${where([ended, ...conditions])})`];
}

function stepConditions(filter: Filter, { place }: Values): string[] {
  return [
    ...(filter.step ? [`s.element = ${place(filter.step)}`] : []),
    ...(filter.handler !== undefined ? [`coalesce(s.handler, '') = ${place(filter.handler)}`] : []),
  ];
}

function standsAt({ scope, filter }: ListAsk, values: Values): string {
  const conditions = [
    ...rowConditions(scope, filter, values, 's'),
    ...stepConditions(filter, values),
  ];
  return `c.number IN (SELECT s.case_number FROM open_step s ${where(conditions)})`;
}

const SHOWN = `
  SELECT k.place, c.number, c.item_name AS "itemName", i.type AS "itemType",
         a.name AS "applicantName", c.state,
         coalesce(r.name, c.region) AS "regionName", coalesce(o.name, c.lead_department) AS department,
         s.name AS step, d.name AS "stepDepartment", p.name AS handler,
         c.submitted_at AS "submittedAt", l.name AS limit, l.due AS "limitDue",
         c.accepted_at AS "acceptedAt", c.due_at AS "statutoryDue",
         c.promised_due_at AS "promisedDue", s.due AS "stepDue", c.paused_at AS "pausedAt",
         c.finished_at AS "finishedAt", coalesce(oc.returned, f.returned, 0) AS returned,
         trouble.open AS incident,
         CASE WHEN c.ended THEN 'none'
              WHEN c.paused_at IS NULL AND least(oc.statutory_due, oc.promised_due, oc.hearing_due, oc.review_due) < now() THEN 'red'
              WHEN trouble.open THEN 'yellow' WHEN c.paused_at IS NOT NULL THEN 'none'
              WHEN s.due < now() OR oc.acceptance_due < now() OR oc.delivery_due < now() THEN 'yellow'
              WHEN least(oc.first_due, s.due) < $3 THEN 'warning'
              WHEN oc.first_due < 'infinity' OR s.due IS NOT NULL THEN 'green' ELSE 'none' END AS light,
         ARRAY(SELECT DISTINCT k.colour FROM card k WHERE k.case_number = c.number
                AND k.state IN ('issued', 'answered', 'returned') ORDER BY 1) AS cards
  FROM unnest($1::text[], $2::text[]) WITH ORDINALITY AS k (number, id, place)
  JOIN cases c ON c.number = k.number
  LEFT JOIN item i ON i.code = c.item_code AND i.version = c.item_version
  LEFT JOIN open_case oc ON oc.number = c.number
  LEFT JOIN finished_case f ON f.number = c.number
  LEFT JOIN LATERAL (
    SELECT * FROM open_step s WHERE s.case_number = c.number
    ORDER BY s.task = k.id DESC, s.due NULLS LAST, s.task LIMIT 1) s ON true
  LEFT JOIN region r ON r.code = c.region
  LEFT JOIN organisation o ON o.id = c.lead_department
  LEFT JOIN organisation d ON d.id = s.department
  LEFT JOIN person p ON p.id = s.handler
  LEFT JOIN person a ON a.id = c.applicant_id
  LEFT JOIN LATERAL (
    SELECT v.name, v.due
      FROM (VALUES ('statutory', oc.statutory_due), ('promised', oc.promised_due),
                   ('acceptance', oc.acceptance_due), ('delivery', oc.delivery_due),
                   ('hearing', oc.hearing_due), ('review', oc.review_due), ('step', s.due))
           AS v (name, due)
     WHERE v.due IS NOT NULL AND ($4::text IS NULL OR v.name = $4)
     ORDER BY v.due LIMIT 1) l ON true
  CROSS JOIN LATERAL (
    SELECT EXISTS (SELECT 1 FROM incident n WHERE n.case_number = c.number AND n.state = 'open')
      AS open) trouble
  ORDER BY k.place`;

/** Natural days before a limit from which a case's light warns. */
const WARN_DAYS = 2;
const DAY = 86_400_000;

/** @throws DomainError `bad-cursor` */
export async function listCases(
  dataSource: DataSource,
  ask: ListAsk,
  size = PAGE,
): Promise<{ items: ListedCase[]; next: string | null }> {
  const { text, values } = pageStatement(ask, size);
  const keys = await dataSource.query<{ number: string; id: string; sort: string }[]>(text, values);
  const page = keys.slice(0, size);
  const last = keys.length > size ? page.at(-1) : undefined;
  const rows = await dataSource.query<
    (Omit<ListedCase, 'stateName'> & { state: CaseState; itemType: string | null; place: string })[]
  >(SHOWN, [
    page.map(({ number }) => number),
    page.map(({ id }) => id),
    new Date(Date.now() + WARN_DAYS * DAY),
    LIMIT_OF[ask.metric] ?? null,
  ]);
  return {
    items: rows.map(({ place: _, itemType, ...row }) => ({
      ...row,
      stateName: stateNameOf(row.state, itemType),
    })),
    next: last ? encodeCursor([last.sort, last.id]) : null,
  };
}
