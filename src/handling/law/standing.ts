/**
 * Where a case stands in law, read from its rows: enough for the pure rules of `workflows/law` to say
 * which acts are allowed now. The workflow decides; this only tells beforehand.
 */
import type { EntityManager } from 'typeorm';
import type { OpenTask } from '../../../bpmn/engine/index.js';
import type {
  ActDates,
  CaseInput,
  CaseState,
  LegalPause,
} from '../../../workflows/contracts/case.js';
import {
  actsOf,
  hearsAndFollows,
  legalTerms,
  sinceTold,
  WITH_APPLICANT,
  type LawState,
  type LegalTerms,
} from '../../../workflows/law/index.js';
import { caseInputOf, type CaseSettings } from '../../cases/index.js';
import { notFound } from '../../platform/errors.js';
import { modelByHash } from '../../definitions/index.js';
import { againstVoiding } from './replacing.js';

export interface Standing {
  number: string;
  /** Of its item. */
  type: string | null;
  state: CaseState;
  ended: boolean;
  leadDepartment: string;
  region: string;
  outcome: CaseState | null;
  dates: ActDates;
  law: LawState;
  dueAt: Date | null;
  promisedDueAt: Date | null;
  acceptanceDueAt: Date | null;
  deliverDueAt: Date | null;
  calendarPending: boolean;
  input: CaseInput;
  terms: LegalTerms;
  open: OpenTask[];
  /** Why it may not be made void, beyond the law's table; null = it may. */
  againstVoiding: string | null;
  /** The day that was told for the hearing, `2026-12-01`; null = none was. */
  hearingOn: string | null;
}

interface Row {
  type: string | null;
  state: CaseState;
  ended: boolean;
  leadDepartment: string;
  region: string;
  outcome: CaseState | null;
  modelHash: string;
  collected: Date | null;
  accepted: Date | null;
  decided: Date | null;
  receivedAt: Date | null;
  deliveredAt: Date | null;
  archivedAt: Date | null;
  dueAt: Date | null;
  promisedDueAt: Date | null;
  acceptanceDueAt: Date | null;
  deliverDueAt: Date | null;
  deemed: boolean;
  extension: number;
  calendarPending: boolean;
  pauses: { from: string; to: string | null; reason: string; article: string | null }[];
  dated: Record<string, string>;
  hearingOn: string | null;
  paidAt: Date | null;
  behind: CaseState | null;
  tasks: { key: string; act: string | null; openedAt: string }[];
}

/** Instants of the newest act of each kind, the pauses, and the open tasks go along as JSON. */
const STANDING = `
  SELECT (SELECT type FROM item i WHERE i.code = item_code AND i.version = item_version) AS type,
    state, ended, lead_department AS "leadDepartment", region, outcome,
    model_hash AS "modelHash", collected_at AS collected, accepted_at AS accepted,
    decided_at AS decided, received_at AS "receivedAt", delivered_at AS "deliveredAt",
    archived_at AS "archivedAt", due_at AS "dueAt", promised_due_at AS "promisedDueAt",
    acceptance_due_at AS "acceptanceDueAt", deliver_due_at AS "deliverDueAt",
    deemed_accepted AS deemed, extension_days AS extension, calendar_pending AS "calendarPending",
    (SELECT coalesce(jsonb_agg(jsonb_build_object('from', began_at, 'to', ended_at, 'reason', reason,
                                                  'article', article) ORDER BY began_at), '[]')
       FROM case_pause WHERE case_number = number) AS pauses,
    (SELECT coalesce(jsonb_object_agg(act, at), '{}') FROM (
       SELECT act, max(at) AS at FROM legal_move
        WHERE case_number = number AND NOT superseded GROUP BY act) m) AS dated,
    (SELECT data ->> 'hearingOn' FROM legal_move
      WHERE case_number = number AND NOT superseded AND act = 'tell-hearing'
      ORDER BY id DESC LIMIT 1) AS "hearingOn",
    (SELECT max(completed_at) FROM task
      WHERE case_number = number AND act = 'pay' AND task.state = 'completed' AND outcome = 'paid')
      AS "paidAt",
    (SELECT from_state FROM legal_move
      WHERE case_number = number AND NOT superseded AND act IN ('pause', 'suspend')
      ORDER BY id DESC LIMIT 1) AS behind,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('key', key, 'act', act, 'openedAt', opened_at)), '[]')
       FROM task WHERE case_number = number AND origin = 'diagram'
        AND task.state IN ('open', 'completing')) AS tasks
  FROM cases WHERE number = $1`;

/** @throws DomainError `case-not-found` */
export async function standingInLaw(
  manager: EntityManager,
  number: string,
  settings: CaseSettings,
): Promise<Standing> {
  const [row] = await manager.query<Row[]>(STANDING, [number]);
  if (!row) throw notFound('case-not-found', `没有办件 ${number}。`);
  const input = await caseInputOf(manager, number, settings);
  const model = await modelByHash(manager, row.modelHash);
  const { type, state, ended, leadDepartment, region, outcome, calendarPending } = row;
  const { dueAt, promisedDueAt, acceptanceDueAt, deliverDueAt } = row;
  return {
    ...{ number, type, state, ended, leadDepartment, region, outcome, calendarPending },
    ...{ dueAt, promisedDueAt, acceptanceDueAt, deliverDueAt, input },
    dates: { collected: ms(row.collected), accepted: ms(row.accepted), decided: ms(row.decided) },
    law: lawOf(row, input),
    terms: legalTerms(input.rules, model ? actsOf(model) : new Set()),
    open: row.tasks.map(asOpenTask),
    hearingOn: row.hearingOn,
    againstVoiding: ended ? await againstVoiding(manager, number, state) : null,
  };
}

function lawOf({ dated, ...row }: Row, input: CaseInput): LawState {
  const { licenceEndsAt } = input;
  const at = (act: string) => (dated[act] ? Date.parse(dated[act]) : undefined);
  const expiry = expiryOf(row.state, licenceEndsAt, at);
  return {
    ...(row.behind && { behind: row.behind }),
    receivedAt: ms(row.receivedAt),
    examinedFrom: at('supplement') ?? ms(row.receivedAt),
    asked: at('correct') !== undefined,
    deemed: row.deemed,
    closedByLaw: [],
    ...(expiry && { expiry }),
    pauses: row.pauses.map(asPause),
    extension: row.extension,
    deliveredAt: ms(row.deliveredAt),
    archivedAt: ms(row.archivedAt),
    ...(row.paidAt && { paidAt: row.paidAt.getTime() }),
    ...(hearsAndFollows(input) && { forwarded: at('forward') }),
    hearing: sinceTold({
      toldAt: at('tell-hearing'),
      askedAt: at('ask-hearing'),
      heldAt: at('hold-hearing'),
      waivedAt: at('waive-hearing'),
    }),
  };
}

/** What a licence's end did to its renewal (行政许可法 50): corrections that were owed then keep it from the law. */
function expiryOf(
  state: CaseState,
  ends: number | undefined,
  at: (act: string) => number | undefined,
): LawState['expiry'] {
  if (ends === undefined || Date.now() < ends) return undefined;
  if (at('deem-renewed') !== undefined) return 'deemed';
  const owed = WITH_APPLICANT.includes(state) || (at('supplement') ?? 0) >= ends;
  return owed ? 'with-applicant' : undefined;
}

const asPause = ({ from, to, reason, article }: Row['pauses'][number]): LegalPause => ({
  from: Date.parse(from),
  to: to === null ? null : Date.parse(to),
  reason,
  ...(article !== null && { article }),
});

/** What the rules ask of a task: its act. Its limit is the diagram's, which the workflow knows. */
const asOpenTask = ({ key, act, openedAt }: Row['tasks'][number]): OpenTask => ({
  ...{ key, element: key, name: key, assignment: {}, outcomes: [], inputs: {} },
  openedAt: Date.parse(openedAt),
  ...(act !== null && { act }),
});

const ms = (at: Date | null): number | null => at?.getTime() ?? null;
