/**
 * What the province answered, held against the form as it stands now: who handles the case sees at a glance
 * what agrees and what differs. A part of a matter has the matter's application, and what was said of it.
 */
import type { EntityManager } from 'typeorm';
import {
  type FormFieldDto,
  formVersion,
  type ItemDefinition,
  sourcesOfFields,
} from '../../catalogue/index.js';
import { maskedForm } from '../../platform/masking.js';
import { sourceOf } from '../../province/index.js';
import type { ProvinceAnswerDto, ProvinceFieldDto, Verdict } from './province-answers.dto.js';

type Members = Record<string, unknown>;

type Row = Omit<ProvinceAnswerDto, 'source' | 'records'> & { dataset: string; records: Members[] };

interface Application {
  form: Members;
  schema: FormFieldDto | null;
}

/** Shown of one case; a case asks some ten times. */
const MOST = 200;

/** @returns the newest first; none for a case that there is not */
export async function provinceAnswersOf(
  manager: EntityManager,
  number: string,
): Promise<ProvinceAnswerDto[]> {
  const application = await applicationOf(manager, number);
  const rows = await manager.query<Row[]>(
    `SELECT e.dataset, e.purpose, e.at, e.occasion, e.outcome, e.reason, e.attempts, e.records,
            (SELECT l.name FROM timeline l WHERE l.case_number = e.case_number
                AND l.element = e.element AND l.name IS NOT NULL LIMIT 1) AS step
       FROM exchange_record e JOIN cases c ON c.number = $1
      WHERE e.case_number = c.number
         OR e.case_number = c.parent_number AND e.occasion <> 'process'
      ORDER BY e.at DESC, e.key LIMIT ${MOST}`,
    [number],
  );
  return rows.map(({ dataset, records, ...row }) => {
    const { code, name, fields } = sourceOf(dataset);
    const compared = comparedIn(application, code);
    return {
      ...{ ...row, source: name },
      records: records.map((record) => ({
        fields: Object.entries(fields).flatMap(([member, label]) => {
          const registered = textOf(record[member]);
          if (registered === null) return [];
          return held(label, registered, compared.get(member) ?? [], application);
        }),
      })),
    };
  });
}

/** As the form is masked: a text of digits that fills a field is somebody's number. */
export const maskedAnswers = (answers: ProvinceAnswerDto[]): ProvinceAnswerDto[] =>
  answers.map((answer) => maskedForm(answer));

async function applicationOf(manager: EntityManager, number: string): Promise<Application> {
  const [row] = await manager.query<
    { form: Members; item: ItemDefinition; version: number | null }[]
  >(
    `SELECT c.form, i.data AS item, c.form_version AS version
       FROM cases c JOIN item i ON i.code = c.item_code AND i.version = c.item_version
      WHERE c.number = $1`,
    [number],
  );
  if (!row) return { form: {}, schema: null };
  const { form, item, version } = row;
  const asked = item.form ? await formVersion(manager, item.form, version) : null;
  return { form, schema: asked?.schema ?? null };
}

/** Members of a register → the form's fields that say the same. */
function comparedIn({ schema }: Application, register: string): Map<string, string[]> {
  const members = new Map<string, string[]>();
  for (const [name, sources] of schema ? sourcesOfFields(schema) : [])
    for (const source of sources)
      if (source.register === register)
        members.set(source.field, [...(members.get(source.field) ?? []), name]);
  return members;
}

function held(
  name: string,
  registered: string,
  names: readonly string[],
  { form, schema }: Application,
): ProvinceFieldDto[] {
  if (names.length === 0)
    return [{ name, registered, field: null, filled: null, verdict: 'only-there' }];
  return names.map((one) => {
    const filled = textOf(form[one]);
    const field = schema?.properties?.[one]?.title ?? one;
    return { name, registered, field, filled, verdict: verdictOn(registered, filled) };
  });
}

function verdictOn(registered: string, filled: string | null): Verdict {
  if (filled === null) return 'blank';
  return plain(registered) === plain(filled) ? 'agrees' : 'differs';
}

/** Wide letters, spaces and the case of letters make no difference. */
const plain = (text: string): string => text.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase();

function textOf(value: unknown): string | null {
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}
