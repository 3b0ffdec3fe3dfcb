/**
 * Columns that are sealed as a whole, by the connection's keys: forms, with all that people write of
 * themselves – names, addresses, telephones, accounts –, not only ID numbers, which the door itself seals.
 */
import type { EntityManager } from 'typeorm';
import { idNumberDigest } from '../identifiers.js';
import type { SealingKeys } from './keys.js';
import { seal } from './seal.js';

/**
 * Fields of forms that statements compare: how a result goes out and with which others, and the licence
 * that is to change. They tell nothing of a person.
 */
export const PLAIN_FIELDS: readonly string[] = ['deliveryMethod', 'results', 'licence'];

/** The keys of a connection. @throws Error when it was opened without */
export function sealingOf({ dataSource }: Pick<EntityManager, 'dataSource'>): SealingKeys {
  const { sealing } = (dataSource.options as { extra: { sealing?: SealingKeys } }).extra;
  if (!sealing) throw new Error('this connection was opened without PAYLOAD_KEYS');
  return sealing;
}

type ByText = (text: string) => string;

function eachText(value: unknown, by: ByText): unknown {
  if (typeof value === 'string') return by(value);
  if (Array.isArray(value)) return value.map((each) => eachText(each, by));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, eachText(each, by)]),
  );
}

const eachOfForm = (form: object, by: ByText): unknown =>
  Object.fromEntries(
    Object.entries(form).map(([name, value]) => [
      name,
      PLAIN_FIELDS.includes(name) ? value : eachText(value, by),
    ]),
  );

const eachAccount = (lines: { account: string }[], by: ByText): unknown =>
  lines.map((line) => ({ ...line, account: by(line.account) }));

const sealing = (manager: EntityManager): ByText => {
  const keys = sealingOf(manager);
  return (text) => seal(keys, text);
};

/** A text as it is stored: an account, the number of a licence. */
export const sealedText = (manager: EntityManager, text: string): string => sealing(manager)(text);

/** JSON as it is stored, every text in it sealed: records of registers. */
export const sealedJson = <Value>(manager: EntityManager, value: Value): Value =>
  eachText(value, sealing(manager)) as Value;

/** A form as it is stored: every text in it sealed but those of {@link PLAIN_FIELDS}. */
export const sealedForm = <Form extends object>(manager: EntityManager, form: Form): Form =>
  eachOfForm(form, sealing(manager)) as Form;

/** Accounts within the lines of a bank's batch. */
export const sealedLines = <Line extends { account: string }>(
  manager: EntityManager,
  lines: Line[],
): Line[] => eachAccount(lines, sealing(manager)) as Line[];

/** A way to seal a column as a whole. */
interface WholeColumn {
  /** The value with another text for each that is sealed. */
  each: (value: never, by: ByText) => unknown;
  /** In SQL, what of the column has all its texts sealed. */
  sealedPart: (column: string) => string;
}

const plainFields = PLAIN_FIELDS.map((name) => `'${name}'`).join(', ');
const FORM: WholeColumn = {
  each: eachOfForm,
  sealedPart: (form) =>
    `CASE jsonb_typeof(${form}) WHEN 'object' THEN ${form} - ARRAY[${plainFields}] ELSE ${form} END`,
};
const JSON_VALUE: WholeColumn = { each: eachText, sealedPart: (json) => json };
const TEXT: WholeColumn = { each: eachText, sealedPart: (text) => text };
const LINES: WholeColumn = {
  each: eachAccount,
  sealedPart: (lines) => `jsonb_path_query_array(${lines}, '$[*].account')`,
};

/**
 * The columns sealed as a whole and how; all others hold at most sealed ID numbers. A column written by
 * one of these functions stands here, so that it is sealed anew when the key changes.
 */
export const WHOLE_COLUMNS: Readonly<Record<string, WholeColumn>> = {
  'cases.form': FORM,
  'draft.form': FORM,
  'correction.before': FORM,
  'correction.after': FORM,
  'exchange_record.records': JSON_VALUE,
  // What begins a case from outside brings its form along.
  'message.variables': JSON_VALUE,
  'signal.variables': JSON_VALUE,
  'bringing_over_line.data': JSON_VALUE,
  'window_entry.id_number': TEXT,
  'case_material.license_id': TEXT,
  'benefit_entitlement.account': TEXT,
  'benefit_line.account': TEXT,
  'benefit_batch.lines': LINES,
  'first_answer.body': TEXT,
};

/**
 * The keyed digest by which rows of one person are found; null where a form names no ID number.
 * @param idNumber as it stands in a form
 */
export function personDigest(manager: EntityManager, idNumber: unknown): string | null {
  if (typeof idNumber !== 'string' || idNumber === '') return null;
  return idNumberDigest(idNumber, sealingOf(manager).digestKey);
}
