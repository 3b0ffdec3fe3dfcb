/** The calendar as its years stand: published versions, drafts, and what is missing. */
import type { EntityManager } from 'typeorm';
import { draftsOf, type Draft } from '../versions/index.js';
import { refuseFarYears } from './days-of-year.js';
import { YEARS, type YearContent } from './year-kind.js';

export interface YearVersion {
  version: number;
  source: string;
  publishedAt: Date;
  /** Account's person; null = it came with the platform. */
  publishedBy: string | null;
}

export interface YearDraft {
  days: string;
  editedBy: string;
  editedAt: Date;
  revision: string;
}

export interface CalendarYear {
  year: number;
  /** The newest published version; null = the year has no data. */
  version: number | null;
  days: string | null;
  /** Newest first. */
  versions: YearVersion[];
  draft: YearDraft | null;
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
  const drafts = await draftsOf(manager, YEARS);
  const years = new Set([...rows.map(({ year }) => year), ...drafts.map(({ key }) => Number(key))]);
  return [...years].sort((a, b) => a - b).map((year) => yearOf(year, rows, drafts));
}

const asDraft = ({ content, savedBy, savedAt, revision }: Draft<YearContent>): YearDraft => ({
  ...{ days: content.days, editedBy: savedBy, editedAt: savedAt, revision },
});

function yearOf(year: number, rows: Row[], drafts: Draft<YearContent>[]): CalendarYear {
  const own = rows.filter((row) => row.year === year);
  const draft = drafts.find(({ key }) => Number(key) === year);
  return {
    year,
    version: own[0]?.version ?? null,
    days: own[0]?.days ?? null,
    previousDays: own[1]?.days ?? null,
    versions: own.map(({ version, source, publishedAt, publishedBy }) => ({
      ...{ version, source, publishedAt, publishedBy },
    })),
    draft: draft ? asDraft(draft) : null,
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
