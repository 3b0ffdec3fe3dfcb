/** Figures for the one who asks: the scope of the post, defaults, names of the way down. */
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Session, Values, scopeConditions, scopeOf } from '../../people/index.js';
import { FIGURES, nextGroup, readBoard, type BoardRow, type Figures } from './board.js';
import { listCases, type ListAsk } from './case-list.js';
import {
  CASE_COLUMNS,
  HEAT_COLUMNS,
  LEAGUE_COLUMNS,
  STATISTIC_COLUMNS,
  STEP_COLUMNS,
} from './export-columns.js';
import type {
  BoardDto,
  BoardQuery,
  CaseListFileQuery,
  CaseListQuery,
  UnitDto,
} from './board.dto.js';
import type { HeatFileQuery, HeatQuery } from './heat.dto.js';
import type { FilterQuery, MomentsQuery } from './query.dto.js';
import type {
  LeagueFileQuery,
  LeagueQuery,
  StatisticsFileQuery,
  StatisticsQuery,
  TrendQuery,
} from './statistics.dto.js';
import type { Filter } from './filter.js';
import { listHeatVersions, readHeat } from './heat.js';
import { readLeague } from './league.js';
import { measuresOf } from './measures.js';
import type { Moments } from './metrics.js';
import { nameRows } from './names.js';
import {
  MOST_LINES,
  registerFile,
  spreadsheet,
  type Column,
  type SpreadsheetFile,
} from './spreadsheet.js';
import { readSums, type Sums } from './statistics.js';
import { readTrend } from './trends.js';

const filterOf = ({ by = 'territory', ...rest }: FilterQuery): Filter => ({ by, ...rest });
const momentsOf = ({ days = 5, pausedDays = 30, returns = 2 }: MomentsQuery): Moments => ({
  soonDays: days,
  pausedDays,
  returns,
});
const WAY_DOWN = {
  territory: ['county', 'line', 'township', 'department', 'item', 'step', 'handler'],
  line: ['line', 'county', 'township', 'department', 'item', 'step', 'handler'],
} as const;

const caseAsk = (session: Session, query: CaseListQuery): ListAsk => ({
  ...{ scope: scopeOf(session), filter: filterOf(query), moments: momentsOf(query) },
  ...{ metric: query.metric ?? 'overdue', found: query },
});

const figuresOf = (row: Figures) =>
  Object.fromEntries(FIGURES.map((name) => [name, row[name]])) as Record<string, number>;

@Injectable()
export class SupervisionFigures {
  constructor(private readonly dataSource: DataSource) {}

  async board(session: Session, query: BoardQuery): Promise<BoardDto> {
    const filter = filterOf(query);
    const group = query.group ?? nextGroup(filter);
    const ask = { scope: scopeOf(session), filter, group, moments: momentsOf(query) };
    const [board, path] = await Promise.all([
      readBoard(this.dataSource, ask),
      this.wayDown(filter),
    ]);
    const rows = board.rows.map((row: BoardRow) => ({
      ...{ key: row.key, name: row.name, figures: figuresOf(row) },
    }));
    return { group, path, rows, total: figuresOf(board.total), at: new Date() };
  }

  private async wayDown(filter: Filter) {
    const places = WAY_DOWN[filter.by]
      .filter((dimension) => filter[dimension] !== undefined)
      .map((dimension) => ({ dimension, key: filter[dimension]!, name: '' }));
    await Promise.all(
      places.map((place) =>
        nameRows(this.dataSource, place.dimension, new Map([[place.key, place]])),
      ),
    );
    return places;
  }

  cases(session: Session, query: CaseListQuery) {
    const { cursor } = query;
    return listCases(this.dataSource, { ...caseAsk(session, query), ...(cursor && { cursor }) });
  }

  /** All of the list, as a table. @throws DomainError 422 `export-too-long` */
  async casesFile(session: Session, query: CaseListFileQuery): Promise<SpreadsheetFile> {
    const list = await listCases(this.dataSource, caseAsk(session, query), MOST_LINES);
    return registerFile('办件', CASE_COLUMNS, list, query.format);
  }

  async statistics(session: Session, query: StatisticsQuery) {
    const { group = 'county', from, to } = query;
    const ask = { scope: scopeOf(session), filter: filterOf(query), group, period: { from, to } };
    const sums = await readSums(this.dataSource, ask);
    const rows = sums.map((row) => ({ key: row.key, name: row.name, ...measuresOf(row.sums) }));
    const total: Sums = { n: 0 };
    for (const row of sums)
      for (const [name, sum] of Object.entries(row.sums)) total[name] = (total[name] ?? 0) + sum;
    return { group, rows, total: { key: '', name: '', ...measuresOf(total) } };
  }

  async statisticsFile(session: Session, query: StatisticsFileQuery): Promise<SpreadsheetFile> {
    const { group, rows } = await this.statistics(session, query);
    const columns = group === 'step' || group === 'handler' ? STEP_COLUMNS : STATISTIC_COLUMNS;
    return this.file('统计', columns, rows, query);
  }

  async league(session: Session, query: LeagueQuery) {
    const { group = 'department', from, to } = query;
    const ask = { scope: scopeOf(session), filter: filterOf(query), group, period: { from, to } };
    return readLeague(this.dataSource, ask);
  }

  async leagueFile(session: Session, query: LeagueFileQuery): Promise<SpreadsheetFile> {
    const { rows } = await this.league(session, query);
    return this.file('效能考核', LEAGUE_COLUMNS, rows, query);
  }

  /** Periods up to today, each beside the one before. */
  async trend(session: Session, { span = 'month', ...query }: TrendQuery) {
    const ask = { scope: scopeOf(session), filter: filterOf(query) };
    const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(
      new Date(),
    );
    return { periods: await readTrend(this.dataSource, ask, span, today) };
  }

  async heatVersions(session: Session) {
    return { items: await listHeatVersions(this.dataSource, scopeOf(session)) };
  }

  heat(session: Session, query: HeatQuery) {
    const { process, version, from, to } = query;
    const ask = { scope: scopeOf(session), process, version, period: { from, to } };
    return readHeat(this.dataSource, ask);
  }

  async heatFile(session: Session, query: HeatFileQuery): Promise<SpreadsheetFile> {
    const { elements } = await this.heat(session, query);
    return this.file(`热力-${query.process}-${query.version}`, HEAT_COLUMNS, elements, query);
  }

  /** Units the caller supervises, to choose from; at most fifty. */
  async units(session: Session, search: string): Promise<{ items: UnitDto[] }> {
    const values = new Values();
    const conditions = [
      `position(${values.place(search)} IN u.name) > 0`,
      `u.id IN (SELECT id FROM organisation WHERE kind <> 'window')`,
      ...scopeConditions(scopeOf(session), values),
    ];
    const items = await this.dataSource.query<UnitDto[]>(
      `SELECT u.id, u.name, u.line, u.level, u.vertical, u.seat_county AS county FROM unit u
       WHERE ${conditions.join(' AND ')} ORDER BY length(u.id), u.id LIMIT 50`,
      values.list,
    );
    return { items };
  }

  private file<Row>(
    name: string,
    columns: Column<Row>[],
    rows: Row[],
    { from, to, format }: { from: string; to: string; format: 'csv' | 'xlsx' },
  ): Promise<SpreadsheetFile> {
    return spreadsheet(`${name}-${from}-${to}`, name, columns, rows, format);
  }
}
