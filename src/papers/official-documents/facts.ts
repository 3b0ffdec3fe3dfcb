/** What a document says: gathered from its act and its case when it is issued or looked at. */
import type { EntityManager } from 'typeorm';
import type { Json } from '../../../bpmn/engine/index.js';
import { OTHER_RULES } from '../../../workflows/clock/index.js';
import type { ClockRules } from '../../../workflows/contracts/case.js';
import { itemType } from '../../../workflows/item-types/index.js';
import { formVersion } from '../../catalogue/index.js';
import { factsOf } from './law/facts-of.js';
import { titled } from './law/basis.js';
import { namesRemedies, type DocumentKind, type OfficialAct, type Source } from './kinds/index.js';
import { headingOf, isHeading } from './promises.js';
import { reconsiderationOf } from './remedies.js';
import type { Facts } from './template.js';

export interface FactsOf {
  caseNumber: string;
  organisationId: string;
  act: Omit<OfficialAct, 'at'> & { at: string | Date };
  amendments: Facts;
}

interface Row {
  form_version: number | null;
  item_name: string;
  type: string;
  kind: string;
  clock_rules: ClockRules | null;
  data: {
    materials?: { code: string; name: string }[];
    legalBasis?: { law: string; article?: string }[];
    form?: string;
    guide?: { phone?: string };
  };
  applicant: string;
  department: string;
  submitted_at: Date;
  due_at: Date | null;
  promised_due_at: Date | null;
  /** What the completed task was answered with. */
  answer: { form?: Record<string, Json>; opinion?: string } | null;
  opinion: string | null;
  handed_in: string[];
  /** The 告知承诺书 as it was signed. */
  promised: { lines: string[] } | null;
}

/** @param number and date are empty while the document has none */
export async function gatherFacts(
  manager: EntityManager,
  kind: DocumentKind,
  of: FactsOf,
  printed: { number: string; date: string },
): Promise<Facts> {
  return { ...factsOf(kind, await sourceOf(manager, kind, of), printed), ...of.amendments };
}

async function sourceOf(manager: EntityManager, kind: DocumentKind, of: FactsOf): Promise<Source> {
  const row = await readRow(manager, of);
  const data = { ...of.act.data };
  if (of.act.act === 'promise' && row.promised)
    data.promises = linesAbout(row.item_name, row.promised.lines);
  return {
    act: { ...of.act, data, at: new Date(of.act.at ?? 0) },
    form: row.answer?.form ?? {},
    opinion: row.answer?.opinion ?? row.opinion ?? '',
    item: { name: row.item_name, type: row.type, materials: row.data.materials ?? [] },
    fieldTitles: await titlesOf(manager, row),
    dates: { dueAt: row.due_at, promisedDueAt: row.promised_due_at },
    handedIn: row.handed_in,
    applicant: row.applicant,
    rules: row.clock_rules ?? rulesOfOlder(row),
    ownBasis: cited(row.data.legalBasis ?? []),
    submittedAt: row.submitted_at,
    phone: row.data.guide?.phone ?? '',
    department: row.department,
    reconsideration: namesRemedies(kind, row.type)
      ? await reconsiderationOf(manager, of.organisationId)
      : null,
  };
}

/** Of a letter for several items what concerns one of them, with the applicant's own words at its end. */
function linesAbout(item: string, lines: string[]): string[] {
  const begin = lines.findIndex((line) => line.startsWith(headingOf(item)));
  if (begin < 0) return lines;
  const more = lines.slice(begin + 1, -1);
  const next = more.findIndex((line) => isHeading(line));
  return [lines[begin]!, ...more.slice(0, next < 0 ? undefined : next), lines.at(-1)!];
}

/** Cases that were opened before clocks had rules: those their type began with. */
const rulesOfOlder = ({ type, kind }: Row): ClockRules =>
  (kind === 'one-stop' ? undefined : itemType(type)?.clock?.rules) ?? OTHER_RULES;

/** 《城市道路管理条例》第三十一条、《中华人民共和国行政许可法》第四十二条 */
const cited = (bases: { law: string; article?: string }[]): string =>
  bases.map(({ law, article = '' }) => titled(law) + article).join('、');

async function readRow(manager: EntityManager, of: FactsOf): Promise<Row> {
  const [row] = await manager.query<Row[]>(
    `SELECT c.form_version, c.item_name, i.type, i.kind, i.data, c.clock_rules, coalesce(p.name, c.applicant_id) AS applicant,
            coalesce(o.name, $2) AS department, c.submitted_at, c.due_at, c.promised_due_at,
            done.answer, done.opinion,
            (SELECT s.letter FROM signed_promise s WHERE s.kind = 'promise'
                AND s.case_number IN (c.number, c.parent_number) LIMIT 1) AS promised,
            ARRAY(SELECT DISTINCT coalesce(
                    (SELECT d ->> 'name' FROM jsonb_array_elements(i.data -> 'materials') d
                      WHERE d ->> 'code' = m.material_code LIMIT 1), 
                    form_field(i.data ->> 'form', c.form_version, m.material_code) ->> 'title',
                    m.material_code)
                    FROM case_material m
                   WHERE m.case_number IN (c.number, c.parent_number) AND m.task_id IS NULL
                   ORDER BY 1) AS handed_in
       FROM cases c
       JOIN item i ON i.code = c.item_code AND i.version = c.item_version
       LEFT JOIN person p ON p.id = c.applicant_id
       LEFT JOIN organisation o ON o.id = $2
       LEFT JOIN LATERAL (
         SELECT t.answer, l.opinion FROM timeline l LEFT JOIN task t ON t.id = l.task_id
          WHERE l.case_number = c.number AND l.step = $3 AND l.cause = $4
            AND l.kind = 'task-completed' AND NOT l.superseded ORDER BY l.id LIMIT 1) done ON true
      WHERE c.number = $1`,
    [of.caseNumber, of.organisationId, of.act.step ?? -1, of.act.cause ?? ''],
  );
  if (!row) throw new Error(`case ${of.caseNumber} has no row`);
  return row;
}

async function titlesOf(
  manager: EntityManager,
  { data, form_version: version }: Row,
): Promise<Record<string, string>> {
  if (!data.form) return {};
  const form = await formVersion(manager, data.form, version).catch(() => null);
  const properties = form?.schema.properties ?? {};
  return Object.fromEntries(
    Object.entries(properties).map(([name, { title }]) => [name, title ?? name]),
  );
}
