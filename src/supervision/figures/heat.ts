/** Where cases stand in the diagram now, and how long its elements took, per version of the process. */
import type { DataSource } from 'typeorm';
import { notFound } from '../../platform/errors.js';
import { Values, type Scope } from '../../people/index.js';
import { rowConditions, where, type Filter } from './filter.js';
import { splitPeriod, type Period } from './period.js';

export interface HeatVersion {
  process: string;
  name: string;
  version: number;
  state: 'draft' | 'published' | 'retired';
  /** Open cases that run on this version. */
  open: number;
}

export interface HeatElement {
  element: string;
  name: string;
  /** Tokens here now. */
  open: number;
  /** Finished in the period. */
  count: number;
  medianHours: number | null;
  p90Hours: number | null;
  late: number;
}

const WHOLE: Filter = { by: 'line' };

/** Every version that is published or has live cases, the newest first: old ones stay visible. */
export async function listHeatVersions(
  dataSource: DataSource,
  scope: Scope,
): Promise<HeatVersion[]> {
  const values = new Values();
  const conditions = rowConditions(scope, WHOLE, values, 'c');
  return dataSource.query<HeatVersion[]>(
    `WITH live AS (SELECT c.process, count(*)::int AS open FROM open_case c ${where(conditions)}
                   GROUP BY 1)
     SELECT v.process_id AS process, v.name, v.version, v.state, coalesce(l.open, 0) AS open
     FROM process_version v LEFT JOIN live l ON l.process = v.hash
     WHERE v.state = 'published' OR l.open > 0
     ORDER BY v.process_id, v.version DESC`,
    values.list,
  );
}

const CASES_THERE = (conditions: string, hash: string) => `
  SELECT e.element, count(*)::int AS open FROM open_case c, unnest(c.elements) AS e (element)
  ${where([`c.process = ${hash}`, ...(conditions ? [conditions] : [])])} GROUP BY 1`;

/** The diagram and the figures of its elements. @throws DomainError `version-not-found`, `bad-period` */
export async function readHeat(
  dataSource: DataSource,
  ask: { scope: Scope; process: string; version: number; period: Period },
): Promise<{ xml: string; elements: HeatElement[] }> {
  splitPeriod(ask.period);
  const [version] = await dataSource.query<{ hash: string; xml: string }[]>(
    `SELECT hash, xml FROM process_version
     WHERE process_id = $1 AND version = $2`,
    [ask.process, ask.version],
  );
  if (!version) {
    throw notFound(
      'version-not-found',
      `流程 ${ask.process} 没有第 ${ask.version} 版，请从列表中选择。`,
    );
  }
  const { text, values } = heatStatement(ask.scope, version.hash, ask.period);
  const elements = await dataSource.query<HeatElement[]>(text, values);
  for (const element of elements) element.name ||= nameIn(version.xml, element.element);
  return { xml: version.xml, elements };
}

/** An element's name in the diagram: what nobody has finished there yet has none in the figures. */
function nameIn(xml: string, element: string): string {
  const tag = new RegExp(`<[^>]*\\bid="${element.replace(/[^\w.-]/g, '')}"[^>]*>`).exec(xml)?.[0];
  return /\bname="([^"]*)"/.exec(tag ?? '')?.[1] ?? '';
}

/** Also what the bench measures. */
export function heatStatement(scope: Scope, hash: string, period: Period) {
  const values = new Values();
  const { place } = values;
  const process = place(hash);
  const live = rowConditions(scope, WHOLE, values, 'c').join(' AND ');
  const done = [
    `s.process = ${process}`,
    `s.day BETWEEN ${place(period.from)}::date AND ${place(period.to)}::date`,
    ...rowConditions(scope, WHOLE, values, 's'),
  ];
  const text = `
    WITH there AS (${CASES_THERE(live, process)}),
    done AS (
      SELECT s.element, max(s.name) AS name, count(*)::int AS count, sum(s.late)::int AS late,
             percentile_cont(ARRAY[0.5, 0.9]) WITHIN GROUP (ORDER BY s.seconds / 3600.0) AS hours
      FROM finished_step s ${where(done)} GROUP BY 1)
    SELECT coalesce(d.element, t.element, '') AS element, coalesce(d.name, '') AS name,
           coalesce(t.open, 0) AS open, coalesce(d.count, 0) AS count,
           d.hours[1] AS "medianHours", d.hours[2] AS "p90Hours", coalesce(d.late, 0) AS late
    FROM done d FULL JOIN there t ON t.element = d.element
    ORDER BY open DESC, count DESC, element`;
  return { text, values: values.list };
}
