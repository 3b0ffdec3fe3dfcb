/** The calendar's years as versioned definitions: publishing one counts the due dates of open cases anew. */
import type { EntityManager } from 'typeorm';
import { conflict, unprocessable } from '../platform/errors.js';
import { differencesOf, type Part, type VersionedKind } from '../versions/index.js';
import { dateAt, refuseBadDays, refuseFarYears } from './days-of-year.js';
import { numberDays } from './numbered-days.js';
import { replanOpenCases, type Replanned } from './replan.js';

export interface YearContent {
  /** One character a day from 1 January, `1` = working day. */
  days: string;
}

export interface YearTerms {
  /** The document it is published by. */
  source: string;
  /** Whether days are real; a demonstration that scales them counts no calendar. */
  replans: boolean;
}

export interface PublishedYear extends Replanned {
  /** Of the replanning. */
  id: string;
  version: number;
}

/** @throws DomainError `no-such-year`, `bad-days`, `unlikely-days`; at publication `nothing-changed` */
export const YEARS: VersionedKind<YearContent, YearTerms, PublishedYear> = {
  code: 'calendar',
  subject: 'Clock',
  acts: { save: 'calendar.edit', drop: 'calendar.drop-draft', publish: 'calendar.publish' },
  target: (key) => `calendar:${key}`,
  noDraft: (key) => conflict('no-draft', `${key} 年没有待发布的草稿；请先修改日历，保存后再发布。`),

  async check(_, key, { days }) {
    const year = Number(key);
    refuseFarYears(year);
    refuseBadDays(year, days);
    return Promise.resolve({ content: { days }, findings: [] });
  },

  async read(manager, key, version) {
    const [row] = await manager.query<{ version: number; days: string }[]>(
      `SELECT version, days FROM calendar_year
        WHERE year = $1 AND ($2::int IS NULL OR version = $2) ORDER BY version DESC LIMIT 1`,
      [Number(key), version ?? null],
    );
    return row ? { version: row.version, content: { days: row.days } } : null;
  },

  async publish(manager, { key, content: { days }, terms, by }) {
    const year = Number(key);
    const newest = await YEARS.read(manager, key);
    if (newest?.content.days === days)
      throw unprocessable(
        'nothing-changed',
        `${year} 年的草稿与已发布的第 ${newest.version} 版相同，无需发布。`,
      );
    const version = (newest?.version ?? 0) + 1;
    await manager.query(
      `INSERT INTO calendar_year (year, version, days, source, published_by)
       VALUES ($1, $2, $3, $4, $5)`,
      [year, version, days, terms.source, by],
    );
    await numberDays(manager);
    return replan(manager, { year, version, by, replans: terms.replans });
  },

  detail({ cases, earlier, later, becameKnown, pending }) {
    return { cases, earlier, later, becameKnown, pending };
  },

  differences(before, after, key) {
    return Promise.resolve(differencesOf(partsOf(before, key), partsOf(after, key)));
  },
};

const NOT_REPLANNED: Replanned = {
  cases: 0,
  earlier: 0,
  later: 0,
  becameKnown: 0,
  pending: 0,
  milliseconds: 0,
};

async function replan(
  manager: EntityManager,
  given: { year: number; version: number; by: string; replans: boolean },
): Promise<PublishedYear> {
  const { year, version, by, replans } = given;
  const [row] = await manager.query<{ id: string }[]>(
    `INSERT INTO calendar_replanning (year, version, person_id) VALUES ($1, $2, $3) RETURNING id`,
    [year, version, by],
  );
  const { id } = row!;
  const done = replans ? await replanOpenCases(manager, id) : NOT_REPLANNED;
  await manager.query(
    `UPDATE calendar_replanning SET cases = $2, earlier = $3, later = $4, became_known = $5,
       pending = $6, milliseconds = $7 WHERE id = $1`,
    [id, done.cases, done.earlier, done.later, done.becameKnown, done.pending, done.milliseconds],
  );
  return { id, version, ...done };
}

/** Days by their date. */
function partsOf(content: YearContent | null, key: string): Map<string, Part> {
  return new Map(
    [...(content?.days ?? '')].map((day, place) => {
      const date = dateAt(Number(key), place);
      return [date, { name: date, text: day === '1' ? '工作日' : '休息日', readable: true }];
    }),
  );
}
