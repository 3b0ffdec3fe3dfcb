/**
 * Opening a case: item, process and calendar are frozen on its row (decision 6, a case is one
 * workflow).
 */
import {
  resolveDepartment,
  clockRulesOf,
  currentVersions,
  offeredItem,
  publishedItem,
  type ItemDefinition,
} from '../../catalogue/index.js';
import type { EntityManager } from 'typeorm';
import type { Json, Variables } from '../../../bpmn/engine/index.js';
import type { CaseInput, OpenChildInput } from '../../../workflows/contracts/case.js';
import { ABOVE } from '../../../workflows/law/index.js';
import { frozenCalendar } from '../../calendar/index.js';
import { unprocessable } from '../../platform/errors.js';
import { personDigest, sealedForm, sealedText } from '../../platform/sealing/index.js';
import { publishedModel } from '../../definitions/index.js';
import { firstInputOf, type CaseSettings } from './case-input.js';
import { nextCaseNumber } from './case-number.js';

/** A material handed in: an uploaded file, or what the platform already holds. */
export interface HandedIn {
  code: string;
  fileId?: string;
  source: 'upload' | 'license' | 'shared';
  licenceId?: string;
}

/** A checked application: the form is valid, the required materials are there. */
export interface Application {
  itemCode: string;
  /** Township, county or city code. */
  region: string;
  applicantId: string;
  applicantKind: 'natural' | 'legal';
  agentId?: string;
  /** Where the agent was authorised by the applicant: under which authorisation. */
  authorisationId?: string;
  form: Record<string, Json>;
  /** The form by which it was checked; left out: the item's in force. */
  checkedBy?: { form: string; version: number | null };
  materials: HandedIn[];
  /** One-stop matters: which children the situation asks for, by their key. */
  children: Record<string, boolean>;
  /** Ways of handling that were chosen (容缺, 告知承诺), as the diagram knows them. */
  ways?: Variables;
  /** The body that decides, where it is not found by the item: who issued the licence in question. */
  leadDepartment?: string;
  /** Of a renewal asked for in time: when the licence's last day is over (行政许可法 50). */
  licenceEndsAt?: Date;
  /** How it came; left out = online. */
  origin?: 'window';
  /** When the papers were taken in, where that is earlier than now (综窗收件). */
  receivedAt?: Date;
}

/** A case that an application, its parent or an event opens. */
export interface NewCase extends Application {
  parent?: { number: string; occurrence: string; childKey: string | null };
  variables?: Variables;
  /** The event that opens it: a message or signal by name, an entry of the diagram by its id. */
  startedBy?: CaseInput['startedBy'];
  /** The case with which its collaboration began; undefined = it begins one itself. */
  collaboration?: string;
}

/** Inserts the case's row and its materials. @returns its number */
export async function openCase(manager: EntityManager, application: NewCase): Promise<string> {
  const { itemCode, region, parent } = application;
  // What a matter began with goes on, whatever happened to its parts since.
  const item = parent
    ? await publishedItem(manager, itemCode)
    : await offeredItem(manager, itemCode, region);
  if (!parent) await requireParts(manager, item.data, application);
  const process = await publishedModel(manager, item.data.processId);
  const formVersion = await formVersionFor(manager, item.data, application);
  const now = new Date();
  const calendar = await frozenCalendar(manager, now);
  const rules = await clockRulesOf(manager, item.data, now.getTime());
  const lead =
    application.leadDepartment ?? (await leadDepartment(manager, item.data, application.region));
  const number = await nextCaseNumber(manager, application.region);
  await manager.query(
    `INSERT INTO cases (number, parent_number, parent_occurrence, child_key, item_code, item_version,
       item_name, process_id, model_hash, calendar_version, region, applicant_id, agent_id,
       lead_department, state, submitted_at, variables, form, started_by,
       collaboration, item_type, clock_rules, origin, received_at, licence_ends_at, person_digest,
       form_version, authorisation_id)
     VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,'submitted',now(),$15,$16,$17,$18,$19,$20,
       $21,$22,$23,$24,$25,$26)`,
    [
      number,
      application.parent?.number ?? null,
      application.parent?.occurrence ?? null,
      application.parent?.childKey ?? null,
      item.code,
      item.version,
      item.data.name,
      item.data.processId,
      process.hash,
      calendar.version,
      application.region,
      application.applicantId,
      application.agentId ?? null,
      lead,
      JSON.stringify(firstVariables(number, item.data, application)),
      JSON.stringify(sealedForm(manager, application.form)),
      application.startedBy ? JSON.stringify(application.startedBy) : null,
      application.collaboration ?? null,
      item.type,
      JSON.stringify(rules),
      application.origin ?? 'platform',
      application.receivedAt ?? null,
      application.licenceEndsAt ?? null,
      personDigest(manager, application.form.idNumber),
      formVersion,
      application.authorisationId ?? null,
    ],
  );
  await insertMaterials(manager, number, application.materials);
  return number;
}

/**
 * The version by which the application was checked, as long as the item asks for that form still: its part
 * too keeps the one that the matter was handed in with.
 */
async function formVersionFor(
  manager: EntityManager,
  { form }: ItemDefinition,
  { checkedBy }: NewCase,
): Promise<number | null> {
  if (checkedBy && checkedBy.form === form) return checkedBy.version;
  const versions = await currentVersions(manager, form ? [form] : []);
  return versions.get(form) ?? null;
}

/** A matter is not begun whose parts cannot be. @throws DomainError as `offeredItem` */
async function requireParts(
  manager: EntityManager,
  { children = [] }: ItemDefinition,
  { children: selected, region }: NewCase,
): Promise<void> {
  for (const { key, item } of children) if (selected[key]) await offeredItem(manager, item, region);
}

/** What of a form travels with its process: what the item names. */
export function travelling(
  { processVariables = [] }: Pick<ItemDefinition, 'processVariables'>,
  form: Record<string, Json>,
): Variables {
  const named = Object.entries(form).filter(([name]) => processVariables.includes(name));
  return Object.fromEntries(named);
}

/** Only what conditions and adapters need travels with the workflow; the person stays in the row. */
export function firstVariables(
  number: string,
  item: ItemDefinition,
  application: NewCase,
): Variables {
  return {
    form: travelling(item, application.form),
    children: application.children,
    ...(application.ways && { ways: application.ways }),
    ...application.variables,
    // Which case it is, nobody else says.
    caseNumber: number,
    item: item.code,
    region: application.region,
    applicantKind: application.applicantKind,
  };
}

async function leadDepartment(
  manager: EntityManager,
  item: ItemDefinition,
  region: string,
): Promise<string> {
  const department = await resolveDepartment(manager, { item: item.code, region, ...item.lead });
  if (!department) {
    throw unprocessable(
      'no-lead-department',
      `“${item.name}”在所选区域没有实施部门。请换一个办理区域，或向当地政务服务大厅咨询。`,
      { item: item.code, region },
    );
  }
  return department.id;
}

async function insertMaterials(
  manager: EntityManager,
  caseNumber: string,
  materials: HandedIn[],
): Promise<void> {
  if (materials.length === 0) return;
  await manager.query(
    `INSERT INTO case_material (case_number, material_code, file_id, source, license_id)
     SELECT $1, code, "fileId", source, "licenceId"
       FROM jsonb_to_recordset($2::jsonb) AS m(code text, "fileId" uuid, source text, "licenceId" text)`,
    [caseNumber, JSON.stringify(materials.map((each) => sealedMaterial(manager, each)))],
  );
}

/** What a licence is known by may be the number of a person or their bank card. */
const sealedMaterial = (manager: EntityManager, material: HandedIn): HandedIn =>
  material.licenceId === undefined
    ? material
    : { ...material, licenceId: sealedText(manager, material.licenceId) };

interface ParentRow {
  region: string;
  applicant_id: string;
  agent_id: string | null;
  authorisation_id: string | null;
  form: Record<string, Json>;
  formVersion: number | null;
  licenceEndsAt: Date | null;
  variables: { applicantKind?: 'natural' | 'legal' };
  data: ItemDefinition;
}

/**
 * The child case of a one-stop matter; found again when the workflow asks twice.
 * It shares the parent's form and materials by reference.
 */
export async function openChildCase(
  manager: EntityManager,
  input: OpenChildInput,
  settings: CaseSettings,
): Promise<CaseInput> {
  const [parent] = await manager.query<ParentRow[]>(
    `SELECT region, applicant_id, agent_id, authorisation_id, form, form_version AS "formVersion", licence_ends_at AS "licenceEndsAt",
            variables, item.data
       FROM cases JOIN item ON item.code = item_code AND item.version = item_version
      WHERE number = $1 FOR UPDATE OF cases`,
    [input.parent],
  );
  if (!parent) throw new Error(`parent case ${input.parent} has no row`);
  const [existing] = await manager.query<{ number: string }[]>(
    `SELECT number FROM cases WHERE parent_number = $1 AND parent_occurrence = $2`,
    [input.parent, input.occurrence],
  );
  const number = existing?.number ?? (await openCase(manager, childOf(parent, input)));
  return firstInputOf(manager, number, settings);
}

function childOf(parent: ParentRow, input: OpenChildInput): NewCase {
  const { licenceEndsAt } = parent;
  const child = parent.data.children?.find(({ item }) => item === input.item);
  return {
    itemCode: input.item,
    region: parent.region,
    applicantId: parent.applicant_id,
    applicantKind: parent.variables.applicantKind ?? 'natural',
    ...(parent.agent_id && { agentId: parent.agent_id }),
    ...(parent.authorisation_id && { authorisationId: parent.authorisation_id }),
    form: parent.form,
    checkedBy: { form: parent.data.form, version: parent.formVersion },
    materials: [],
    children: {},
    parent: { number: input.parent, occurrence: input.occurrence, childKey: child?.key ?? null },
    variables: input.variables,
    // 行政许可法 50: whoever decides a renewal, the licence ends on the same day.
    ...(input.occurrence === ABOVE && licenceEndsAt && { licenceEndsAt }),
  };
}
