/** What is measured: the board, every way down from it, its lists, and statistics. */
import type { DataSource } from 'typeorm';
import type { Session } from '../../../src/people/identity/index.js';
import type { SupervisionFigures } from '../../../src/supervision/figures/figures.js';

/** A way down that has cases, the fullest first. */
export interface Place {
  county: string;
  township: string;
  line: string;
  department: string;
  item: string;
  step: string;
  handler: string;
}

/** The fullest department of every county, and others after them. */
export function placesOf(dataSource: DataSource): Promise<Place[]> {
  return dataSource.query<Place[]>(`
    SELECT DISTINCT ON (u.id) u.county, coalesce(u.township, 'own') AS township, u.line,
           u.id AS department, s.item, s.element AS step, coalesce(s.handler, '') AS handler
    FROM (SELECT department, item, element, handler, count(*) AS n FROM open_step
          GROUP BY 1, 2, 3, 4 ORDER BY n DESC LIMIT 400) s
    JOIN unit u ON u.id = s.department WHERE u.county IS NOT NULL ORDER BY u.id, s.n DESC`);
}

export interface Measurement {
  name: string;
  /** `board` and `drill` have limits. */
  kind: 'board' | 'drill' | 'list' | 'statistics';
  ask: (round: number) => Promise<unknown>;
}

const day = (back: number) => new Date(Date.now() - back * 86_400_000).toISOString().slice(0, 10);

export function measurementsOf(
  figures: SupervisionFigures,
  session: Session,
  places: Place[],
): Measurement[] {
  const at = (round: number) => places[round % places.length]!;
  const board = (kind: 'board' | 'drill', name: string, query: (p: Place) => object) => ({
    ...{ name, kind },
    ask: (round: number) => figures.board(session, query(at(round))),
  });
  const list = (name: string, query: (p: Place) => object) => ({
    ...{ name, kind: 'drill' as const },
    ask: (round: number) => figures.cases(session, query(at(round))),
  });
  const year = { from: day(365), to: day(0) };
  const statistics = (name: string, query: object) => ({
    ...{ name, kind: 'statistics' as const },
    ask: () => figures.statistics(session, { ...year, ...query }),
  });
  const down = ({ county, township, department, item, step }: Place) => ({
    ...{ county, township, department, item, step },
  });
  return [
    board('board', 'city by territory', () => ({})),
    board('board', 'city by line', () => ({ by: 'line' })),
    board('drill', 'county', ({ county }) => ({ county })),
    board('drill', 'township', ({ county, township }) => ({ county, township })),
    board('drill', 'line', ({ line }) => ({ by: 'line', line })),
    board('drill', 'line in county', ({ line, county }) => ({ by: 'line', line, county })),
    board('drill', 'vertical', () => ({ county: 'vertical' })),
    board('drill', 'department', ({ department }) => ({ department })),
    board('drill', 'item', ({ department, item }) => ({ department, item })),
    board('drill', 'city item', ({ item }) => ({ item })),
    board('drill', 'step', (place) => down(place)),
    list('cases open, city', () => ({ metric: 'open' })),
    list('cases overdue, city', () => ({ metric: 'overdue' })),
    list('cases returned often, city', () => ({ metric: 'returnedOften' })),
    list('steps overdue, city', () => ({ metric: 'stepsOverdue' })),
    list('refused acceptance, city', () => ({ metric: 'refusedAcceptance' })),
    list('cases overdue, county', ({ county }) => ({ county, metric: 'overdue' })),
    list('cases of a step', (place) => ({ ...down(place), metric: 'open' })),
    statistics('statistics by county', { group: 'county' }),
    statistics('statistics by line', { group: 'line' }),
    statistics('statistics by department', { group: 'department' }),
    statistics('statistics by item', { group: 'item' }),
    statistics('statistics by month', { group: 'month' }),
    statistics('statistics by step', { group: 'step' }),
    statistics('statistics by handler', { group: 'handler' }),
    statistics('three years by handler', { group: 'handler', from: day(1095) }),
    statistics('three years by county', { group: 'county', from: day(1095) }),
    {
      name: 'league of departments',
      kind: 'statistics',
      ask: () => figures.league(session, { ...year, group: 'department' }),
    },
  ];
}
