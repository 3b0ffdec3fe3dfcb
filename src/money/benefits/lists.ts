/** Monthly lists (造册): made by the civil affairs' cashier or an admin, seen by those they concern. */
import type { DataSource, EntityManager } from 'typeorm';
import { settingOn } from '../../versions/index.js';
import { audit, auditLook, type Session } from '../../people/index.js';
import { forbidden, notFound, unprocessable } from '../../platform/errors.js';

export type ListState = 'prepared' | 'approved' | 'returned' | 'closed';
export type LineState = 'listed' | 'sent' | 'paid' | 'failed' | 'corrected';

export interface BenefitLine {
  id: string;
  caseNumber: string;
  /** Name of the beneficiary. */
  name: string;
  amountCents: number;
  /** Only the last four digits. */
  accountMasked: string;
  state: LineState;
  /** The bank's reason when the line failed. */
  reason: string | null;
}

export interface BenefitList {
  id: string;
  item: string;
  /** `yyyy-MM` */
  month: string;
  /** Code of the county that pays. */
  region: string;
  state: ListState;
  totalCents: number;
  lines: BenefitLine[];
}

export interface NewList {
  item: string;
  month: string;
  /** County code; default: the county of the acting post. */
  region?: string;
}

type Row = Omit<BenefitList, 'lines' | 'totalCents'>;

/** County of a post's organisation; null for a post of the city. */
export function countyOf(session: Session): string | null {
  const region = session.post?.organisation.region;
  const county = region?.slice(0, 6);
  return county && /^\d{6}$/.test(county) && !county.endsWith('00') ? county : null;
}

const isAdmin = (session: Session) => session.post?.role === 'admin';
const isVillage = (session: Session) => session.post?.role === 'agent-desk';

/** Writes the refusal to the audit log and makes the error. */
export async function refuse(
  dataSource: DataSource,
  session: Session,
  act: string,
  target: string,
  message: string,
): Promise<Error> {
  const { person, post } = session;
  const line = { person: person.id, post: post?.id, act, target, outcome: 'refused' as const };
  await audit(dataSource.manager, line);
  return forbidden('not-your-benefit-list', message);
}

/** @throws DomainError `benefit-list-not-found` */
export async function listRow(manager: EntityManager, id: string, lock = false): Promise<Row> {
  const [row] = await manager.query<Row[]>(
    `SELECT id, item, month, region, state FROM benefit_list WHERE id = $1${lock ? ' FOR UPDATE' : ''}`,
    [id],
  );
  if (!row) throw notFound('benefit-list-not-found', `没有发放名册 ${id}。`);
  return row;
}

/** A list with the lines of a village, or all of them. */
async function readLines(
  manager: EntityManager,
  list: string,
  village: string | null,
): Promise<BenefitLine[]> {
  const rows = await manager.query<(Omit<BenefitLine, 'accountMasked'> & { account: string })[]>(
    `SELECT line.id, line.case_number AS "caseNumber", coalesce(cases.form ->> 'name', '') AS name,
            line.amount_cents AS "amountCents",
            line.account, line.state, line.reason
       FROM benefit_line line JOIN cases ON cases.number = line.case_number
      WHERE line.list_id = $1 AND ($2::text IS NULL OR cases.region = $2)
      ORDER BY line.case_number`,
    [list, village],
  );
  return rows.map(({ account, ...line }) => ({
    ...line,
    accountMasked: `****${account.slice(-4)}`,
  }));
}

/** @throws DomainError `benefit-list-not-found`, `not-your-benefit-list` (another county's) */
export async function readList(
  dataSource: DataSource,
  session: Session,
  id: string,
): Promise<BenefitList> {
  const row = await listRow(dataSource.manager, id);
  if (!isAdmin(session) && countyOf(session) !== row.region) {
    throw await refuse(
      dataSource,
      session,
      'benefit.read',
      `benefit-list:${id}`,
      '这是其他县（市、区）的发放名册，您不能查看。',
    );
  }
  await auditLook(dataSource.manager, {
    person: session.person.id,
    post: session.post?.id,
    act: 'benefit.read',
    target: `benefit-list:${id}`,
  });
  const village = isVillage(session) ? session.post!.organisation.region : null;
  const lines = await readLines(dataSource.manager, id, village);
  const totalCents = lines.reduce((total, { amountCents }) => total + amountCents, 0);
  return { ...row, totalCents, lines };
}

/** The county a list is made for: named, the post's own, or the only one with somebody to pay. */
async function countyFor(
  manager: EntityManager,
  session: Session,
  { item, month, region }: NewList,
): Promise<string> {
  const own = countyOf(session);
  if (own) return own;
  if (region) return region;
  const rows = await manager.query<{ county: string }[]>(
    `SELECT DISTINCT left(region, 6) AS county FROM benefit_entitlement e
      WHERE item = $1 AND from_month <= $2 AND NOT EXISTS
        (SELECT FROM benefit_line l WHERE l.case_number = e.case_number AND l.month = $2)`,
    [item, month],
  );
  if (rows.length === 1) return rows[0]!.county;
  throw rows.length === 0
    ? nothingToList(month)
    : unprocessable(
        'benefit-region-missing',
        `${month} 有多个县（市、区）需要造册，请指明其中一个：${rows.map(({ county }) => county).join('、')}。`,
      );
}

/** Money is paid for months that have come; how many ahead a city prepares, its settings say. */
async function requireMonthHasCome(manager: EntityManager, month: string): Promise<void> {
  const { monthsAhead } = await settingOn(manager, 'benefits');
  const [row] = await manager.query<{ last: string }[]>(
    `SELECT to_char(now() AT TIME ZONE 'Asia/Shanghai' + make_interval(months => $1), 'YYYY-MM') AS last`,
    [monthsAhead],
  );
  if (month <= row!.last) return;
  throw unprocessable(
    'benefit-month-to-come',
    `${month} 还没有到，不能造册；现在最晚可以造到 ${row!.last}。`,
    { errors: [{ field: '/month', message: '不能晚于当前可以造册的月份' }] },
  );
}

function nothingToList(month: string) {
  return unprocessable(
    'benefit-nothing-to-list',
    `${month} 没有尚未列入名册的享受对象。批准的次月起发放，请核对月份。`,
  );
}

/** The list of a county and month that finance has not seen yet, or a new one. */
async function openList(
  manager: EntityManager,
  session: Session,
  { item, month }: NewList,
  county: string,
): Promise<string> {
  // Two calls at once make one list: the second waits for the first.
  await manager.query(`SELECT pg_advisory_xact_lock(hashtext($1))`, [
    `benefit:${item}:${month}:${county}`,
  ]);
  const lists = await manager.query<{ id: string; state: ListState }[]>(
    `SELECT id, state FROM benefit_list WHERE item = $1 AND month = $2 AND region = $3`,
    [item, month, county],
  );
  const open = lists.find(({ state }) => state === 'prepared');
  if (open) return open.id;
  const id = `${item}-${county}-${month}-${lists.length + 1}`;
  await manager.query(
    `INSERT INTO benefit_list (id, item, month, region, state, prepared_by)
     VALUES ($1, $2, $3, $4, 'prepared', $5)`,
    [id, item, month, county, session.person.id],
  );
  return id;
}

/**
 * Lists everybody of a county entitled in a month and not yet on a list of it.
 * Called again before finance has approved, it adds those granted since; afterwards it makes a further list.
 * @throws DomainError `not-your-benefit-list`, `benefit-nothing-to-list`, `benefit-region-missing`,
 *   `benefit-month-to-come`
 */
export async function makeList(
  dataSource: DataSource,
  session: Session,
  request: NewList,
): Promise<BenefitList> {
  const { post } = session;
  if (!isAdmin(session) && !(post?.role === 'cashier' && post.organisation.line === 'civil')) {
    throw await refuse(
      dataSource,
      session,
      'benefit.list',
      `item:${request.item}`,
      '发放名册由民政部门的造册经办或者管理员生成。',
    );
  }
  const id = await dataSource.transaction(async (manager) => {
    await requireMonthHasCome(manager, request.month);
    const county = await countyFor(manager, session, request);
    const list = await openList(manager, session, request, county);
    await manager.query(
      `INSERT INTO benefit_line (id, list_id, case_number, month, amount_cents, account, state)
       SELECT case_number || '-' || $2, $3, case_number, $2, amount_cents, account, 'listed'
         FROM benefit_entitlement e
        WHERE item = $1 AND from_month <= $2 AND left(region, 6) = $4
          AND NOT EXISTS (SELECT 1 FROM cases c WHERE c.number = e.case_number AND (
                c.outcome IN ('voided', 'refused') OR c.state = 'voided' OR EXISTS (
                  SELECT 1 FROM legal_move m WHERE m.case_number = c.number AND NOT m.superseded
                     AND m.act = 'revoke')))
       ON CONFLICT DO NOTHING`,
      [request.item, request.month, list, county],
    );
    const [{ count }] = await manager.query<[{ count: number }]>(
      `SELECT count(*)::int AS count FROM benefit_line WHERE list_id = $1`,
      [list],
    );
    if (count === 0) throw nothingToList(request.month);
    const target = `benefit-list:${list}`;
    await audit(manager, {
      person: session.person.id,
      post: post?.id,
      act: 'benefit.list',
      target,
      outcome: 'done',
      detail: { lines: count },
    });
    return list;
  });
  return readList(dataSource, session, id);
}
