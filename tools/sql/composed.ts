/**
 * Statements that are put together at run time by more than the check can follow. Each says why, and
 * gives what its own builder makes of every kind of question; those are checked like any other.
 */
import {
  CASE_ACT_RULES,
  oneCaseStatement,
  tiesStatement,
  type ActOnCase,
} from '../../src/cases/access/index.js';
import { incidentsStatement } from '../../src/cases/incidents/incident-queries.js';
import { ownPartsStatement } from '../../src/handling/case-page/case-queries.js';
import { paperStatement } from '../../src/handling/authorisations/paper.js';
import { parcelsStatement } from '../../src/handling/delivery/parcels.js';
import type { Session } from '../../src/people/index.js';
import {
  type Column,
  countPages,
  rewriting,
  staleValues,
} from '../../src/platform/sealing/stale.js';
import { boardStatements, GROUPS } from '../../src/supervision/figures/board.js';
import type { DataSource } from 'typeorm';
import { Cards } from '../../src/supervision/cards/cards.js';
import { listOrders } from '../../src/supervision/orders/order-rows.js';
import { pageStatement } from '../../src/supervision/figures/case-list.js';
import { METRIC_NAMES } from '../../src/supervision/figures/metrics.js';
import { STATISTIC_GROUPS, statisticStatement } from '../../src/supervision/figures/statistics.js';
import { encodeCursor } from '../../src/platform/http/index.js';
import { ratingsStatement } from '../../src/supervision/ratings/list.js';

interface Asked {
  text: string;
  values: unknown[];
}

export interface Composed {
  why: string;
  statements(): { text: string; values: unknown[] }[];
}

const moments = { soonDays: 3, pausedDays: 10, returns: 2 };
/** Two whole months and days at both ends: the roll-up and the rows are read. */
const period = { from: '2024-01-15', to: '2024-04-15' };

const scopes = [{}, { county: '210302' }, { line: 'health', seatCounty: '210302' }];
const everything = {
  ...{
    county: '210302',
    township: '210302001',
    line: 'health',
    department: 'ORG-1',
  },
  ...{ item: 'ITEM', type: '01', step: 'review', handler: 'P-1' },
};
const filters = (['territory', 'line'] as const).flatMap((by) => [{ by }, { by, ...everything }]);
const narrowed = scopes.flatMap((scope) => filters.map((filter) => ({ scope, filter })));

/** An applicant; staff of each kind of scope; who handles nothing. */
const sessions = [
  undefined,
  ...['handler', 'window', 'auditor', 'admin', 'supervisor'].map((role) => ({
    role,
  })),
  { role: 'supervisor', level: 'county' as const, region: '210302' },
  {
    role: 'supervisor',
    level: 'county' as const,
    region: '210302',
    line: 'health',
  },
  { role: 'supervisor', level: 'township' as const, region: '210302001' },
].map((kind) => {
  const {
    role,
    level = 'city',
    region = null,
    line = null,
  } = {
    ...{ role: '', level: 'city' as const, region: null, line: null },
    ...kind,
  };
  const organisation = { id: 'ORG-1', name: '', line, level, region };
  const post = { id: 'POST-1', role, title: '', organisation };
  const person = {
    id: 'P-1',
    name: '',
    idNumberMasked: '',
    kind: 'staff' as const,
  };
  const session: Session = {
    digest: '',
    person,
    assurance: '',
    posts: [],
    post: kind ? post : null,
    principals: [],
    actingFor: null,
  };
  return session;
});
const acts = Object.keys(CASE_ACT_RULES) as ActOnCase[];
/** Of each type, sealed as a whole and not. */
const columns: Column[] = [
  { table: 'cases', column: 'form', type: 'jsonb' },
  { table: 'cases', column: 'variables', type: 'jsonb' },
  { table: 'window_entry', column: 'id_number', type: 'text' },
  { table: 'task', column: 'name', type: 'text' },
];
const byColumn = 'which column is sealed anew the schema says';

const byTies = 'which ties count depends on the act, and on the role and scope of the caller';

const NO_FILE = '00000000-0000-4000-8000-000000000000';
const cursor = encodeCursor(['2024-01-15T00:00:00Z', '1']);

/** The statements that somebody asks of a database that answers nothing. */
function askedBy(ask: (database: DataSource) => Promise<unknown>): Asked[] {
  const asked: Asked[] = [];
  const database = {
    query(text: string, values: unknown[]) {
      asked.push({ text, values });
      return Promise.resolve([]);
    },
  };
  void ask(database as unknown as DataSource);
  return asked;
}

/** Everything a register of cards or orders may be narrowed to. */
const registers = [
  { by: 'territory' as const },
  { by: 'line' as const, ...everything, q: '1', since: '2024-01-15', until: '2024-04-15', cursor },
];

/** By the name of the function that asks. */
export const COMPOSED: Record<string, Composed> = {
  list: {
    why: byTies,
    statements: () =>
      sessions.flatMap((session) =>
        registers.flatMap((query) =>
          askedBy((database) => new Cards(database).list(session, { ...query, case: '1' })),
        ),
      ),
  },
  listOrders: {
    why: byTies,
    statements: () =>
      sessions.flatMap((session) =>
        registers.flatMap((query) => askedBy((database) => listOrders(database, session, query))),
      ),
  },
  tiesTo: {
    why: byTies,
    statements: () => sessions.map((session) => tiesStatement(session, '1')),
  },
  requireOneCase: {
    why: byTies,
    statements: () =>
      sessions.flatMap((session) => acts.map((act) => oneCaseStatement(session, ['1'], act))),
  },
  ownParts: {
    why: byTies,
    statements: () => sessions.map((session) => ownPartsStatement(session, '1')),
  },
  listIncidents: {
    why: byTies,
    statements: () => sessions.map((session) => incidentsStatement(session, {})),
  },
  parcelsAt: {
    why: byTies,
    statements: () => sessions.map((session) => parcelsStatement(session)),
  },
  mayReadPaper: {
    why: byTies,
    statements: () => sessions.map((session) => paperStatement(session, NO_FILE)),
  },
  pagesOf: {
    why: byColumn,
    statements: () => columns.map(({ table }) => ({ text: countPages(table), values: [] })),
  },
  grantService: {
    why: 'a statement about rights neither takes parameters nor is it prepared',
    statements: () => [],
  },
  readStale: {
    why: byColumn,
    statements: () =>
      columns.map((column) => ({
        text: staleValues(column),
        values: ['k', 0, 1],
      })),
  },
  rewrite: {
    why: byColumn,
    statements: () =>
      columns.map((column) => ({
        text: rewriting(column),
        values: ['(0,1)', ''],
      })),
  },
  readBoard: {
    why: 'sums are read off the columns of the part they sum; parts are counted one by one',
    statements: () =>
      GROUPS.flatMap((group) =>
        narrowed.flatMap((ask) => boardStatements({ ...ask, group, moments })),
      ),
  },
  readSums: {
    why: 'how many tables are put side by side depends on the period: whole months, and days at its ends',
    statements: () =>
      STATISTIC_GROUPS.flatMap((group) =>
        narrowed.map((ask) => statisticStatement({ ...ask, group, period })),
      ),
  },
  listRatings: {
    why: byTies,
    statements: () =>
      sessions.flatMap((session) =>
        filters.flatMap((filter) => [
          ratingsStatement(session, filter),
          ratingsStatement(session, {
            ...filter,
            ...{ q: '牌', since: '2026-11-01', until: '2026-11-30' },
            own: true,
            bad: true,
            cursor,
          }),
        ]),
      ),
  },
  listCases: {
    why: 'the figure asked for says which table is read and how',
    statements: () =>
      METRIC_NAMES.flatMap((metric) =>
        narrowed.map((ask) => pageStatement({ ...ask, metric, moments })),
      ),
  },
};
