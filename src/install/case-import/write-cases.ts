/**
 * Writes many older cases in a few statements, in the caller's transaction. Open ones get the command
 * that starts their workflow: whoever sends unanswered commands starts it, also after a crash.
 */
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { dateOf } from '../../../workflows/clock/index.js';
import { firstVariables, takeCaseNumbers } from '../../cases/index.js';
import { residentId } from '../../people/index.js';
import { idNumberDigest } from '../../platform/identifiers.js';
import { personDigest, sealedForm } from '../../platform/sealing/index.js';
import { insertFiles } from './files.js';
import { insertMoves, insertPauses } from './write-acts.js';
import type { Understood } from './understand.js';

export interface Bringer {
  personId: string;
  postId: string | null;
}

export interface NewCases {
  sourceSystem: string;
  cases: Understood[];
  by: Bringer;
  /** Key of the digests by which people are found. */
  digestKey: string;
}

export type Numbered = Understood & { number: string; applicantId: string };

/** @returns source number → case number of those that were not there yet */
export async function writeCases(
  manager: EntityManager,
  { sourceSystem, cases, by, digestKey }: NewCases,
): Promise<Map<string, string>> {
  const applicants = await peopleOf(manager, cases, digestKey);
  const numbers = await numbersFor(manager, cases);
  const all = cases.map((one, place) => ({
    ...one,
    number: numbers[place]!,
    applicantId: applicants[place]!,
  }));
  const written = await insertCases(manager, sourceSystem, all);
  const fresh = all.filter(({ number }) => written.has(number));
  await insertMoves(manager, fresh);
  await insertPauses(manager, fresh);
  await insertFiles(manager, fresh);
  await startOpenOnes(manager, fresh, by);
  await noteEach(manager, fresh, by, sourceSystem);
  return new Map(fresh.map(({ older, number }) => [older.sourceNumber, number]));
}

/** Numbers as the platform gives them, dated at the receipt. */
function numbersFor(manager: EntityManager, cases: Understood[]): Promise<string[]> {
  return takeCaseNumbers(
    manager,
    cases.map(({ older: { region, receivedAt } }) => ({
      region,
      day: dateOf(receivedAt).replaceAll('-', ''),
    })),
  );
}

/** Who is known by the ID number is that person; others become residents who never signed on. */
async function peopleOf(
  manager: EntityManager,
  cases: Understood[],
  digestKey: string,
): Promise<string[]> {
  const people = cases.map(({ older: { applicant } }) => {
    const digest = idNumberDigest(applicant.idNumber, digestKey);
    return { id: residentId(digest), digest, ...applicant };
  });
  await manager.query(
    `INSERT INTO person (id, account, name, id_number_digest, subject, kind)
     SELECT DISTINCT ON (id) id, id, name, digest, id, kind
       FROM jsonb_to_recordset($1) AS p (id text, name text, digest text, kind text)
      WHERE NOT EXISTS (SELECT 1 FROM person WHERE id_number_digest = p.digest)
     ON CONFLICT DO NOTHING`,
    [JSON.stringify(people)],
  );
  const known = await manager.query<{ id: string; digest: string }[]>(
    `SELECT DISTINCT ON (id_number_digest) id, id_number_digest AS digest FROM person
      WHERE id_number_digest = ANY ($1) ORDER BY id_number_digest, id`,
    [people.map(({ digest }) => digest)],
  );
  const byDigest = new Map(known.map(({ id, digest }) => [digest, id]));
  return people.map(({ digest }) => byDigest.get(digest)!);
}

async function insertCases(
  manager: EntityManager,
  sourceSystem: string,
  cases: Numbered[],
): Promise<Set<string>> {
  const rows = await manager.query<{ number: string }[]>(
    `INSERT INTO cases (number, item_code, item_version, item_name, process_id, model_hash,
       calendar_version, region, applicant_id, lead_department, state, outcome, submitted_at,
       received_at, collected_at, accepted_at, decided_at, delivered_at, archived_at, finished_at,
       paused_at, due_at, promised_due_at, acceptance_due_at, deliver_due_at, calendar_pending,
       deemed_accepted, extension_days, ended, variables, form, clock_rules, item_type, origin,
       source_system, source_number, carried_from, person_digest,
       form_version)
     SELECT number, item_code, item_version, item_name, process_id, model_hash, calendar_version,
       region, applicant_id, lead_department, state, outcome, received_at, received_at,
       collected_at, accepted_at, decided_at, delivered_at, archived_at, finished_at, paused_at,
       due_at, promised_due_at, acceptance_due_at, deliver_due_at, calendar_pending,
       deemed_accepted, extension_days, ended, variables, form, clock_rules, item_type,
       'imported', $2, source_number, carried_from, person_digest,
       (SELECT v.version FROM form_version v WHERE v.form_id = c.form_id AND v.state = 'published')
       FROM jsonb_to_recordset($1) AS c (number text, item_code text, item_version int,
         item_name text, process_id text, model_hash text, calendar_version text, region text,
         applicant_id text, lead_department text, state text, outcome text,
         received_at timestamptz, collected_at timestamptz, accepted_at timestamptz,
         decided_at timestamptz, delivered_at timestamptz, archived_at timestamptz,
         finished_at timestamptz, paused_at timestamptz, due_at timestamptz,
         promised_due_at timestamptz, acceptance_due_at timestamptz, deliver_due_at timestamptz,
         calendar_pending boolean, deemed_accepted boolean, extension_days int, ended boolean,
         variables jsonb, form jsonb, clock_rules jsonb, item_type text, source_number text,
         carried_from jsonb, person_digest text, form_id text)
     ON CONFLICT (source_system, source_number) WHERE source_number IS NOT NULL DO NOTHING
     RETURNING number`,
    [JSON.stringify(cases.map((one) => rowOf(manager, one))), sourceSystem],
  );
  return new Set(rows.map(({ number }) => number));
}

const instant = (at: number | null): string | null =>
  at === null ? null : new Date(at).toISOString();

function rowOf(manager: EntityManager, one: Numbered) {
  const { older, item, number, applicantId, periods, rules, calendar, leadDepartment } = one;
  const { dates } = older;
  const application = {
    itemCode: item.code,
    region: older.region,
    applicantId,
    applicantKind: older.applicant.kind,
    form: older.form,
    materials: [],
    children: {},
  };
  return {
    number,
    item_code: item.code,
    item_version: item.version,
    item_name: item.data.name,
    process_id: item.data.processId,
    model_hash: item.process.hash,
    calendar_version: calendar.version,
    region: older.region,
    applicant_id: applicantId,
    lead_department: leadDepartment,
    state: older.state,
    outcome: older.outcome,
    received_at: instant(older.receivedAt),
    collected_at: instant(dates.collected),
    accepted_at: instant(dates.accepted),
    decided_at: instant(dates.decided),
    delivered_at: instant(older.deliveredAt),
    archived_at: older.state === 'archived' ? instant(older.finishedAt) : null,
    finished_at: older.ended ? instant(older.finishedAt ?? dates.decided) : null,
    paused_at: instant(periods.pausedAt),
    due_at: instant(periods.dueAt),
    promised_due_at: instant(periods.promisedDueAt),
    acceptance_due_at: instant(periods.acceptanceDueAt),
    deliver_due_at: instant(periods.deliverDueAt),
    calendar_pending: periods.calendarPending,
    deemed_accepted: older.deemed,
    extension_days: older.extension,
    ended: older.ended,
    variables: firstVariables(number, item.data, application),
    form: sealedForm(manager, older.form),
    person_digest: personDigest(manager, older.form.idNumber),
    clock_rules: rules,
    item_type: item.type,
    source_number: older.sourceNumber,
    carried_from: one.carriedFrom,
    form_id: item.data.form,
  };
}

/** A command row each, as if just sent and not answered. */
async function startOpenOnes(
  manager: EntityManager,
  cases: Numbered[],
  { personId, postId }: Bringer,
): Promise<void> {
  const starts = cases
    .filter(({ carriedFrom }) => carriedFrom !== null)
    .map(({ number }) => ({ id: randomUUID(), number }));
  await manager.query(
    `INSERT INTO command (id, case_number, kind, person_id, post_id, payload, status, sent_at)
     SELECT id, number, 'start', $2, $3, '{}', 'pending', now() - interval '1 hour'
       FROM jsonb_to_recordset($1) AS s (id uuid, number text)`,
    [JSON.stringify(starts), personId, postId],
  );
}

async function noteEach(
  manager: EntityManager,
  cases: Numbered[],
  { personId, postId }: Bringer,
  sourceSystem: string,
): Promise<void> {
  await manager.query(
    `INSERT INTO audit (person_id, post_id, act, target, outcome, detail)
     SELECT $2, $3, 'case.bring-over', 'case:' || number, 'done',
            jsonb_build_object('sourceSystem', $4::text)
       FROM unnest($1::text[]) AS number`,
    [cases.map(({ number }) => number), personId, postId, sourceSystem],
  );
}
