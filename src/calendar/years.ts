/** The calendar as its years stand: published versions, drafts, and what is missing. */
import type { EntityManager } from 'typeorm';
import { dateOf } from '../../workflows/clock/index.js';
import { notFound, unprocessable } from '../platform/errors.js';

export interface YearVersion {
  version: number;
  source: string;
  publishedAt: Date;
  /** Account's person; null = it came with the platform. */
  publishedBy: string | null;
}

export interface Draft {
  days: string;
  editedBy: string;
  editedAt: Date;
}

export interface CalendarYear {
  year: number;
  /** The newest published version; null = the year has no data. */
  version: number | null;
  days: string | null;
  /** Newest first. */
  versions: YearVersion[];
  draft: Draft | null;
  /** The version published before, to show what changed; null = none. */
  previousDays: string | null;
}

const VERSIONS = `
  SELECT year, version, days, source, published_at AS "publishedAt", published_by AS "publishedBy"
    FROM calendar_year`;

type Row = YearVersion & { year: number; days: string };

/** Every year that has a version or a draft. */
export async function listYears(manager: EntityManager): Promise<CalendarYear[]> {
  const rows = await manager.query<Row[]>(`${VERSIONS} ORDER BY year, version DESC`);
  const drafts = await manager.query<(Draft & { year: number })[]>(
    `SELECT year, days, edited_by AS "editedBy", edited_at AS "editedAt" FROM calendar_draft`,
  );
  const years = [...new Set([...rows, ...drafts].map(({ year }) => year))].sort((a, b) => a - b);
  return years.map((year) => yearOf(year, rows, drafts));
}

function yearOf(year: number, rows: Row[], drafts: (Draft & { year: number })[]): CalendarYear {
  const own = rows.filter((row) => row.year === year);
  const draft = drafts.find((one) => one.year === year);
  return {
    year,
    version: own[0]?.version ?? null,
    days: own[0]?.days ?? null,
    previousDays: own[1]?.days ?? null,
    versions: own.map(({ version, source, publishedAt, publishedBy }) => ({
      ...{ version, source, publishedAt, publishedBy },
    })),
    draft: draft ? { days: draft.days, editedBy: draft.editedBy, editedAt: draft.editedAt } : null,
  };
}

/** @throws DomainError `no-such-year` outside the years the platform can serve */
export async function readYear(manager: EntityManager, year: number): Promise<CalendarYear> {
  refuseFarYears(year);
  const found = (await listYears(manager)).find((one) => one.year === year);
  return (
    found ?? { year, version: null, days: null, versions: [], draft: null, previousDays: null }
  );
}

const FIRST_YEAR = 2000;
const YEARS_AHEAD = 3;

function refuseFarYears(year: number): void {
  const last = Number(dateOf(Date.now()).slice(0, 4)) + YEARS_AHEAD;
  if (Number.isInteger(year) && year >= FIRST_YEAR && year <= last) return;
  throw notFound('no-such-year', `年份 ${year} 不在 ${FIRST_YEAR} 到 ${last} 之间。`);
}

/** Every weekday works: where a draft of a year without arrangements begins. */
export function weekdaysOf(year: number): string {
  let days = '';
  const day = new Date(Date.UTC(year, 0, 1));
  for (; day.getUTCFullYear() === year; day.setUTCDate(day.getUTCDate() + 1))
    days += day.getUTCDay() === 0 || day.getUTCDay() === 6 ? '0' : '1';
  return days;
}

/** A whole year has about 250 working days; far from it somebody has slipped. */
const FEWEST = 235;
const MOST = 262;

/** @throws DomainError `bad-days`, `unlikely-days` */
export function refuseBadDays(year: number, days: string): void {
  const length = weekdaysOf(year).length;
  if (days.length !== length || !/^[01]+$/.test(days))
    throw unprocessable(
      'bad-days',
      `${year} 年有 ${length} 天，请逐日给出：1 = 工作日，0 = 休息日。`,
      { field: 'days' },
    );
  const working = [...days].filter((day) => day === '1').length;
  if (working < FEWEST || working > MOST)
    throw unprocessable(
      'unlikely-days',
      `${year} 年共 ${working} 个工作日，不在 ${FEWEST} 到 ${MOST} 之间，请核对。`,
      { field: 'days', working },
    );
}
