/** What a workflow is started with, made from the case's row: the same however often it is sent. */
import type { EntityManager } from 'typeorm';
import { ENGINE, type Variables } from '../../../bpmn/engine/index.js';
import type {
  CarriedFrom,
  CaseInput,
  CaseLimits,
  ClockRules,
} from '../../../workflows/contracts/case.js';
import { LAW } from '../../../workflows/law/index.js';
import { NEAR_ADAPTERS } from '../../../workflows/near-adapters.js';
import { calendarOfVersion } from '../../calendar/index.js';
import type { ItemDefinition } from '../../catalogue/index.js';
import { notFound } from '../../platform/errors.js';

/** Settings of the installation that a case takes along. */
export interface CaseSettings {
  /** Length of a natural day, ms. */
  dayLength: number;
  /** How long an adapter is retried, ms. */
  adapterGiveUp: number;
  /** How long a caller waits for the case's answer before it is told 已提交，正在处理, ms; ten seconds if left out. */
  answeredWithin?: number;
  /** Whether cases opened now call near adapters within the step; off if left out. */
  nearAdapters?: boolean;
  /** Which of the law's changes of behaviour cases are opened under now; all if left out. */
  law?: number;
}
export const CASE_SETTINGS = Symbol('CASE_SETTINGS');

interface Row {
  number: string;
  item_code: string;
  item_version: number;
  region: string;
  lead_department: string;
  model_hash: string;
  variables: Variables;
  parent_number: string | null;
  parent_occurrence: string | null;
  calendar_version: string;
  started_by: CaseInput['startedBy'] | null;
  /** null in cases opened before clocks had rules. */
  clock_rules: ClockRules | null;
  carried_from: CarriedFrom | null;
  /** When a window took the papers in; null = it came online. */
  collected_at: Date | null;
  awaits_papers: boolean;
  /** Of a renewal: when the licence's last day is over. */
  licence_ends_at: Date | null;
  /** null in cases opened before the law's changes had numbers. */
  law: number | null;
  data: ItemDefinition;
}

/** Of a case that begins now: what it begins under is kept with it. @throws DomainError `case-not-found` */
export async function firstInputOf(
  manager: EntityManager,
  caseNumber: string,
  settings: CaseSettings,
): Promise<CaseInput> {
  await manager.query(`UPDATE cases SET law = $2 WHERE number = $1 AND law IS NULL AND step = 0`, [
    caseNumber,
    settings.law ?? LAW,
  ]);
  return caseInputOf(manager, caseNumber, settings);
}

/** @throws DomainError `case-not-found` */
export async function caseInputOf(
  manager: EntityManager,
  caseNumber: string,
  settings: CaseSettings,
): Promise<CaseInput> {
  const [row] = await manager.query<Row[]>(
    `SELECT cases.number, item_code, item_version, region, lead_department, model_hash, variables,
            parent_number, parent_occurrence, calendar_version, started_by, clock_rules, carried_from,
            licence_ends_at, law, item.data,
            k.collected_at, coalesce(k.elsewhere AND k.receipt = 'received', false) AS awaits_papers
       FROM cases JOIN item ON item.code = item_code AND item.version = item_version
       LEFT JOIN case_collection k ON k.case_number = cases.number
      WHERE cases.number = $1`,
    [caseNumber],
  );
  if (!row) throw notFound('case-not-found', `没有办件 ${caseNumber}。`);
  return {
    caseNumber,
    item: { code: row.item_code, version: row.item_version },
    limits: limitsOf(row.data, row.clock_rules),
    ...(row.clock_rules && { rules: row.clock_rules }),
    ...(row.collected_at && { receivedAt: row.collected_at.getTime() }),
    ...(row.awaits_papers && { awaitsPapers: true as const }),
    ...(row.licence_ends_at && { licenceEndsAt: row.licence_ends_at.getTime() }),
    region: row.region,
    leadDepartment: row.lead_department,
    model: { $model: row.model_hash },
    engine: ENGINE,
    ...(row.law && { law: row.law }),
    ...(row.data.forwardsTo && { above: row.data.forwardsTo }),
    calendar: await calendarOfVersion(manager, row.calendar_version),
    dayLength: settings.dayLength,
    adapterGiveUp: settings.adapterGiveUp,
    ...(settings.nearAdapters && { nearAdapters: NEAR_ADAPTERS }),
    variables: row.variables,
    ...(row.parent_number && {
      parent: { caseNumber: row.parent_number, occurrence: row.parent_occurrence! },
    }),
    ...(row.carried_from && { carriedFrom: row.carried_from }),
    ...(row.started_by && { startedBy: row.started_by }),
  };
}

/** What the item states; else what its type's law says of all its items. */
export function limitsOf({ limits }: ItemDefinition, rules: ClockRules | null): CaseLimits {
  const text = (limit: { days: number; unit: string } | undefined) =>
    limit && `${limit.days}${limit.unit}`;
  return {
    statutory: text(limits?.statutory) ?? rules?.statutory,
    promised: text(limits?.promised),
  };
}
