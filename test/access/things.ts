/** One of each kind of thing that an operation can name, around three cases; written as rows. */
import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { draftDocuments } from '../../src/papers/official-documents/index.js';
import { accepted } from '../official-documents/food-case.js';

/** Whose a thing is: of 张晓梅's case, of 李国栋's in another county, of an ended case; or no such thing. */
export const WHOSE = ['own', 'other', 'ended', 'none'] as const;
export type Whose = (typeof WHOSE)[number];

type Row = Record<string, unknown>;

/** The body that decides a case, and who has what there. */
interface Place {
  whose: Exclude<Whose, 'none'>;
  number: string;
  applicant: string;
  agent: string | null;
  region: string;
  lead: string;
  handler: string;
  county: string;
}

const PLACES: readonly Place[] = [
  {
    ...{ whose: 'own', number: '210381202611270101', applicant: 'p-zhang', agent: 'p-zhao' },
    ...{ region: '210381003009', county: '210381', lead: 'o-210381-market' },
    handler: 'p-hc-market-handler',
  },
  {
    ...{ whose: 'other', number: '210302202611270102', applicant: 'p-li', agent: null },
    ...{ region: '210302002', county: '210302', lead: 'o-210302-market' },
    handler: 'p-tieDong-market',
  },
  {
    ...{ whose: 'ended', number: '210381202611270103', applicant: 'p-zhang', agent: 'p-zhao' },
    ...{ region: '210381003009', county: '210381', lead: 'o-210381-market' },
    handler: 'p-hc-market-handler',
  },
];

/** What a form says of the applicant: in no answer to who has no tie to them. */
export const PERSONAL: Readonly<Record<'own' | 'other', readonly string[]>> = {
  own: ['张晓梅', '210399198604120024', '19900000001', '92210399MA0XT0013G', '演示秘密甲'],
  other: ['李国栋', '21039919790903005X', '19900000002', '92210399MA0XT0021B', '演示秘密乙'],
};

const FOOD_LICENCE = '210125001000';
const NOW = '2026-11-27T02:00:00Z';

/** Things of one owner, by kind. */
export type Things = Readonly<Record<string, string>>;

export const NONE: Things = {
  case: '210381202611279999',
  task: '210381202611279999.t1',
  taskOnce: '210381202611279999.t0',
  incident: '210381202611279999.i1',
  licence: '123.45-none',
  region: '210399',
  benefitList: 'none',
  benefitLine: 'none',
  draft: '7d5f2f6e-34d1-4c0e-8a55-5b6b3c3a0f11',
  authorisation: '7d5f2f6e-34d1-4c0e-8a55-5b6b3c3a0f11',
  cardRule: 'none',
  process: 'none',
  decision: 'none',
  organisation: 'none',
};

const insert = async (dataSource: DataSource, table: string, row: Row): Promise<string> => {
  const names = Object.keys(row);
  const places = names.map((_, place) => `$${place + 1}`);
  const [written] = await dataSource.query<Row[]>(
    `INSERT INTO ${table} (${names.join(', ')}) VALUES (${places.join(', ')}) RETURNING *`,
    Object.values(row),
  );
  return String(written?.id ?? '');
};

/** Uploads a file as this person. @returns its id */
export type Uploads = (person: string) => Promise<string>;

/** @returns the things of each owner */
export async function placeThings(
  dataSource: DataSource,
  uploaded: Uploads,
): Promise<Record<Whose, Things>> {
  // An official who applies for their own licence.
  await dataSource.query(
    `INSERT INTO post (id, person_id, organisation_id, role, title)
     VALUES ('post-zhang', 'p-zhang', 'o-210381-market', 'approver', '审批')`,
  );
  await dataSource.query(
    `UPDATE post SET role = CASE person_id WHEN 'p-bench-city' THEN 'message-desk' ELSE 'archivist' END
      WHERE person_id IN ('p-bench-city', 'p-bench-county')`,
  );
  const found: Partial<Record<Whose, Things>> = { none: NONE };
  for (const place of PLACES) found[place.whose] = await thingsAt(dataSource, place, uploaded);
  await tieOthers(dataSource, PLACES[0]!);
  return found as Record<Whose, Things>;
}

async function thingsAt(dataSource: DataSource, place: Place, uploaded: Uploads): Promise<Things> {
  const put = (table: string, row: Row) => insert(dataSource, table, row);
  const { number, applicant, handler, lead } = place;
  await openCase(dataSource, place);
  const of = { case_number: number };
  const task = `${number}.t1`;
  await put('task', {
    ...{ id: task, ...of, key: 't1', element: 'record', name: '审查', role: 'handler' },
    ...{ department_id: lead, state: 'open', opened_step: 1, opened_at: NOW, act: 'decide' },
    ...{ assignee_person: handler, assignee_post: `post-${handler.slice(2)}-1` },
    ...{ claimed_at: NOW, outcomes: JSON.stringify([{ id: 'grant', name: '准予' }]) },
  });
  const taskOnce = `${number}.t0`;
  await put('task', {
    ...{ id: taskOnce, ...of, key: 't0', element: 'accept', name: '受理', role: 'handler' },
    ...{ department_id: lead, state: 'completed', opened_step: 0, opened_at: NOW, act: 'accept' },
    ...{ assignee_person: 'p-hc-housing-approver', assignee_post: 'post-once', completed_at: NOW },
  });
  const incident = `${number}.i1`;
  await put('incident', {
    ...{ id: incident, ...of, key: 'i1', element: 'ask', code: 'adapter-failed' },
    ...{ message: '没有答复', state: 'open', opened_at: NOW },
  });
  const file = await uploaded(applicant);
  await dataSource.query(`UPDATE stored_file SET case_number = $2 WHERE id = $1`, [file, number]);
  await put('case_material', { ...of, material_code: 'layout', file_id: file, source: 'upload' });
  const document = await draftedIn(dataSource, place);
  const archive = await put('archive_package', { ...of, state: 'failed' });
  const licence = `1.2156.3003.${number}`;
  await put('licence', {
    ...{ identifier: licence, key: `${number}/licence`, ...of, item_code: FOOD_LICENCE },
    ...{ kind: 'food-licence', holder_person: applicant, number, issuer_org: lead },
    ...{ issued_on: '2026-01-01', valid_to: '2031-01-01', state: 'valid', data: '{}' },
  });
  const draft = randomUUID();
  await put('draft', {
    ...{ id: draft, person_id: applicant, item_code: FOOD_LICENCE, region: place.region },
    form: JSON.stringify(formOf(place)),
  });
  const authorisation = randomUUID();
  await put('authorisation', {
    ...{ id: authorisation, principal_id: applicant, signed_name: '本人' },
    agent_id: place.whose === 'other' ? 'p-xiangman' : 'p-zhao',
    ...{ from_on: '2036-01-01', to_on: '2036-12-31' },
  });
  const message = randomUUID();
  await put('message', {
    ...{ id: message, name: 'go', ...of, variables: '{}', publisher: `person:${handler}` },
    ...{ state: 'waiting', expires_at: '2036-01-01' },
  });
  const command = randomUUID();
  await put('command', {
    ...{ id: command, ...of, kind: 'supplement', person_id: applicant, payload: '{}' },
    ...{ status: 'done', answer: '{}' },
  });
  return {
    ...{
      case: number,
      task,
      taskOnce,
      incident,
      file,
      document,
      archive,
      licence,
      draft,
      authorisation,
      message,
      command,
    },
    ...(await ofSupervision(put, place)),
    ...(await ofMoney(put, place)),
    ...(await ofStaff(put, place, task)),
    ...(await clerkOf(put, place)),
    region: place.county,
    process: 'food-licence',
    decision: 'none',
    organisation: lead,
  };
}

/** The notice of acceptance, as `record` drafts it. @returns its id */
async function draftedIn(
  dataSource: DataSource,
  { number, lead: departmentId }: Place,
): Promise<string> {
  const act = { ...accepted(number), departmentId };
  await dataSource.transaction((manager) => draftDocuments(manager, [act]));
  const [[drafted]] = await dataSource.query<[[{ id: string }], number]>(
    `UPDATE official_document SET state = 'awaiting-approval' WHERE case_number = $1 RETURNING id`,
    [number],
  );
  return drafted.id;
}

const formOf = ({ whose }: Place) => {
  const [operatorName, idNumber, phone, creditCode, secret] =
    PERSONAL[whose === 'other' ? 'other' : 'own'];
  return { operatorName, idNumber, phone, creditCode, businessName: secret };
};

async function openCase(dataSource: DataSource, place: Place): Promise<void> {
  const { number, applicant, agent, region, lead, whose } = place;
  const ended = whose === 'ended';
  await dataSource.query(
    `INSERT INTO cases (number, item_code, item_version, item_name, process_id, model_hash,
       calendar_version, region, applicant_id, agent_id, lead_department, state, submitted_at, due_at,
       form, ended, finished_at)
     SELECT $1, i.code, i.version, i.name, 'food-licence', p.hash, 'v', $2, $3, $4, $5, $6, $7,
            '2026-12-25T16:00:00Z', $8, $9, CASE WHEN $9 THEN now() END
       FROM item i, process_version p
      WHERE i.code = $10 AND p.process_id = 'food-licence' AND p.state = 'published'
      ORDER BY i.version DESC LIMIT 1`,
    [
      ...[number, region, applicant, agent, lead, ended ? 'archived' : 'accepted', NOW],
      ...[JSON.stringify(formOf(place)), ended, FOOD_LICENCE],
    ],
  );
}

/** Somebody at a post of the body, who asks for nothing here. */
async function clerkOf(put: Put, { whose, lead }: Place): Promise<Things> {
  const [staff, post] = [`p-clerk-${whose}`, `post-clerk-${whose}`];
  await put('person', {
    ...{ id: staff, account: staff, subject: staff, name: `职员${whose}`, kind: 'staff' },
  });
  await put('post', {
    ...{ id: post, person_id: staff, organisation_id: lead, role: 'reviewer', title: '审核' },
  });
  return { staff, post };
}

type Put = (table: string, row: Row) => Promise<string>;

async function ofSupervision(put: Put, { number, lead, whose }: Place): Promise<Things> {
  const card = await put('card', {
    ...{ colour: 'yellow', case_number: number, department: lead, item: FOOD_LICENCE },
    ...{ state: 'issued', reason: '超期', issued_at: NOW, answer_due: '2036-01-01' },
  });
  const order = await put('supervision_order', {
    ...{ number: `督〔2026〕${whose}`, title: '督办', text: '请说明', case_number: number },
    ...{ department: lead, deadline: '2036-01-01', state: 'issued', issued_by: 'p-supervisor' },
  });
  return { card, order };
}

async function ofMoney(put: Put, place: Place): Promise<Things> {
  const { number, county, whose } = place;
  const region = whose === 'other' ? '210302002001' : '210381003009';
  const item = '210511001000';
  await put('benefit_entitlement', {
    ...{ case_number: number, key: number, item, region, tier: '80-89', amount_cents: 5_000 },
    ...{ account: '6217990000000012345', from_month: '2026-10' },
  });
  const benefitList = `${item}-${county}-2026-1${whose === 'ended' ? 0 : 1}`;
  await put('benefit_list', {
    ...{ id: benefitList, item, month: whose === 'ended' ? '2026-10' : '2026-11', region: county },
    ...{ state: 'prepared', prepared_by: 'p-hc-civil-cashier' },
  });
  const benefitLine = `${number}-line`;
  await put('benefit_line', {
    ...{ id: benefitLine, list_id: benefitList, case_number: number, month: '2026-11' },
    ...{ amount_cents: 5_000, account: '6217990000000012345', state: 'failed' },
  });
  return { benefitList, benefitLine };
}

/** A person's own: of the handler who has the case, but for what only supervisors keep. */
async function ofStaff(put: Put, place: Place, task: string): Promise<Things> {
  const { number, handler, lead, applicant, whose } = place;
  const query = await put('saved_query', {
    ...{ person_id: whose === 'other' ? 'p-supervisor' : 'p-hc-supervisor', name: whose },
    ...{ page: 'board', query: '' },
  });
  const view = await put('inbox_view', {
    person_id: handler,
    name: whose,
    query: '{"view":"pool"}',
  });
  const opinion = await put('opinion_template', { person_id: handler, text: whose });
  const deputy = randomUUID();
  await put('deputy', {
    ...{ id: deputy, person_id: handler, deputy_id: 'p-xt-market3', from_on: '2026-01-01' },
    to_on: '2026-01-02',
  });
  const copy = await put('task_copy', {
    ...{ task_id: task, case_number: number, by_person: handler },
    person_id: whose === 'other' ? 'p-as-traffic' : 'p-hc-health',
  });
  const notification = await put('notification', {
    ...{ key: `granted/${number}`, occasion: 'granted', person_id: applicant, case_number: number },
    ...{ about_kind: 'case', about_id: number, text: '已经作出准予的决定。' },
  });
  const migration = randomUUID();
  await put('case_migration', {
    ...{ id: migration, process_id: 'food-licence', from_hash: 'a', to_hash: 'b', plan: '{}' },
    ...{ reason: '修订', person_id: 'p-admin' },
  });
  const bringingOver = randomUUID();
  await put('bringing_over', {
    ...{ id: bringingOver, source_system: `old-${whose}`, file_name: 'a.json', state: 'checked' },
    person_id: 'p-admin',
  });
  const credit = randomUUID();
  await put('credit_record', {
    ...{ id: credit, key: credit, subject_code: PERSONAL[whose === 'other' ? 'other' : 'own'][3] },
    ...{
      fact: 'promise-broken',
      description: '承诺不实',
      case_number: number,
      department_id: lead,
    },
    ...{ bars: ['promise'], expires_on: '2036-01-01' },
  });
  const creditRequest = randomUUID();
  await put('credit_request', {
    ...{ id: creditRequest, record_id: credit, kind: 'objection', statement: '有误' },
    person_id: applicant,
  });
  return {
    ...{
      query,
      view,
      opinion,
      deputy,
      copy,
      notification,
      migration,
      bringingOver,
      credit,
      creditRequest,
    },
  };
}

/** Who is near the own case without deciding it. */
async function tieOthers(dataSource: DataSource, { number, handler }: Place): Promise<void> {
  const put = (table: string, row: Row) => insert(dataSource, table, row);
  await put('task', {
    ...{ id: `${number}.t2`, case_number: number, key: 't2', element: 'joint', name: '会同' },
    ...{ role: 'handler', department_id: 'o-210381-traffic-police', state: 'open' },
    ...{ opened_step: 1, opened_at: NOW },
  });
  await put('task', {
    ...{ id: `${number}.side-1`, case_number: number, key: 'side-1', element: 'sign-off' },
    ...{ name: '审查（加签）', department_id: 'o-2103-transport', state: 'open', opened_step: 0 },
    ...{ opened_at: NOW, assignee_person: 'p-as-transport', origin: 'side', purpose: 'sign-off' },
    ...{ parent_task: `${number}.t1`, data: JSON.stringify({ personal: true, by: handler }) },
  });
  for (const [place, organisation] of [
    [number, 'o-210381003-service-centre'],
    [PLACES[1]!.number, 'o-210302002-service-centre'],
  ] as const)
    await put('case_collection', {
      ...{ case_number: place, serial: `收-${place}`, organisation_id: organisation },
      ...{ person_id: 'p-xt-window', post_id: 'post-xt-window-1', collected_at: NOW, late: false },
      ...{ owner_id: 'p-zhang', elsewhere: true, receipt: 'collected' },
    });
}
