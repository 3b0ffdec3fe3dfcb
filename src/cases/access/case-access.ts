/**
 * Who may do what to a case, asked before anything is shown or done. Decided in SQL, by one and the same
 * conditions for a single case and for lists.
 * Another applicant's case does not exist (404); another department's is refused (403); both are audited.
 */
import type { EntityManager } from 'typeorm';
import { audit, auditLook, type Session, Values, peopleOf } from '../../people/index.js';
import { type DomainError, forbidden, notFound } from '../../platform/errors.js';
import { type ActOnCase, ownCase, ruleOf, tiesFor } from './acts.js';
import { type Tie, tieConditions, TIES } from './ties.js';

/** Where a caller stands to a case. */
export interface CallerToCase {
  ties: ReadonlySet<Tie>;
  /** As the applicant; all of it, as those who handle or supervise; or the part one was asked about. */
  sees: 'own' | 'whole' | 'part';
}

/** A statement with its values, as the check of statements reads it too. */
export interface Statement {
  text: string;
  values: unknown[];
}

export const caseNotFound = (number: string) =>
  notFound('case-not-found', `没有办件 ${number}。请核对办件编号，或在“我的办件”中选择。`);

/** @public for the check of statements */
export function tiesStatement(session: Session, number: string): Statement {
  const values = new Values();
  const conditions = tieConditions(session, values, TIES);
  const columns = TIES.map((tie) => `${conditions[tie]} AS ${tie}`);
  const text = `SELECT ${columns.join(', ')} FROM cases c WHERE c.number = ${values.place(number)}`;
  return { text, values: values.list };
}

/** @returns undefined when there is no such case */
async function tiesTo(
  manager: EntityManager,
  session: Session,
  number: string,
): Promise<ReadonlySet<Tie> | undefined> {
  const { text, values } = tiesStatement(session, number);
  const [row] = await manager.query<Record<Tie, boolean>[]>(text, values);
  return row && new Set(TIES.filter((tie) => row[tie]));
}

/** Condition on `cases c`: the caller may do the act to it. */
export function casesFor(session: Session, act: ActOnCase, values: Values): string {
  const conditions = tieConditions(session, values, tiesFor(act, session.post?.role));
  const may = `(${[...Object.values(conditions), 'false'].join(' OR ')})`;
  if ('owner' in conditions) return may;
  return `(${may} AND NOT ${tieConditions(session, values, ['owner']).owner})`;
}

/** Whether the caller is the case's applicant, or applied in another's name. */
export async function ownsCase(
  manager: EntityManager,
  { person }: Session,
  number: string,
): Promise<boolean> {
  const rows = await manager.query<unknown[]>(
    `SELECT 1 FROM cases WHERE number = $1 AND $2 = ANY (${peopleOf('cases')})`,
    [number, person.id],
  );
  return rows.length > 0;
}

/** @throws DomainError 403 `own-case` to its applicant and agent, who stays that when the authorisation is over */
export async function requireNotOwn(
  manager: EntityManager,
  session: Session,
  number: string,
): Promise<void> {
  const own = await manager.query<unknown[]>(
    `SELECT 1 FROM cases WHERE number = $1 AND $2 IN (applicant_id, agent_id)`,
    [number, session.person.id],
  );
  if (own.length > 0) throw forbidden(ownCase.code, ownCase.message);
}

const standingBy = (ties: ReadonlySet<Tie>): ReadonlySet<Tie> =>
  ties.has('owner') ? new Set<Tie>(['owner']) : ties;

/** Why somebody who stands so to a case may not do the act; null = they may. */
export function reasonAgainst(
  act: ActOnCase,
  { post }: Pick<Session, 'post'>,
  { ties }: Pick<CallerToCase, 'ties'>,
): string | null {
  return refusalOf(act, post, ties)?.message ?? null;
}

/** @returns null for who may */
function refusalOf(
  act: ActOnCase,
  post: Session['post'],
  ties: ReadonlySet<Tie>,
): { code: string; message: string } | null {
  const by = tiesFor(act, post?.role);
  if (by.some((tie) => standingBy(ties).has(tie))) return null;
  return by.some((tie) => ties.has(tie)) ? ownCase : ruleOf(act).refusal;
}

/**
 * Lets those pass who may do the act to the case; a look by anybody but its owner is audited.
 * @param unseen what is told to somebody for whom the case does not exist: of a thing in it that was asked
 *   for by its own id, the answer for one that is not there, which names no case
 * @throws DomainError 404 `case-not-found`, 403 `case-of-another-department`, or the refusal of the act
 */
export async function requireCase(
  manager: EntityManager,
  session: Session,
  number: string,
  act: ActOnCase,
  unseen: DomainError = caseNotFound(number),
): Promise<CallerToCase> {
  const ties = await tiesTo(manager, session, number);
  if (ties === undefined) throw unseen;
  const { look } = ruleOf(act);
  const refusal = refusalOf(act, session.post, ties);
  const line = { person: session.person.id, post: session.post?.id, target: `case:${number}` };
  if (refusal === null) {
    if (look && !ties.has('owner')) await auditLook(manager, { ...line, act: look });
    return { ties, sees: sightOf(ties) };
  }
  await audit(manager, { ...line, act: look ?? act, outcome: 'refused' });
  if (ties.size > 0) throw forbidden(refusal.code, refusal.message);
  if (!session.post) throw unseen;
  throw forbidden(
    'case-of-another-department',
    '这个办件不由您的部门办理。如需协助，请联系承办部门。',
  );
}

/** @public for the check of statements */
export function oneCaseStatement(
  session: Session,
  numbers: readonly string[],
  act: ActOnCase,
): Statement {
  const values = new Values();
  const text = `
    SELECT c.number FROM cases c WHERE c.number = ANY(${values.place(numbers)}::text[])
       AND ${casesFor(session, act, values)} ORDER BY c.number LIMIT 1`;
  return { text, values: values.list };
}

/**
 * As {@link requireCase}, for what belongs to several cases: lets those pass who may for any of them.
 * @returns the number of that one
 */
export async function requireOneCase(
  manager: EntityManager,
  session: Session,
  numbers: readonly string[],
  act: ActOnCase,
  unseen?: DomainError,
): Promise<string> {
  const { text, values } = oneCaseStatement(session, numbers, act);
  const [found] = await manager.query<{ number: string }[]>(text, values);
  const number = found?.number ?? numbers[0] ?? '';
  await requireCase(manager, session, number, act, unseen);
  return number;
}

function sightOf(ties: ReadonlySet<Tie>): CallerToCase['sees'] {
  if (ties.has('owner')) return 'own';
  return tiesFor('case.read-whole', undefined).some((tie) => ties.has(tie)) ? 'whole' : 'part';
}
