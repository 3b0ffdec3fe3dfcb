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

function sealedLeaves(keys: SealingKeys, value: unknown): unknown {
  if (typeof value === 'string') return seal(keys, value);
  if (Array.isArray(value)) return value.map((each) => sealedLeaves(keys, each));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, sealedLeaves(keys, each)]),
  );
}

/** A text as it is stored: an account, the number of a licence. */
export const sealedText = (manager: EntityManager, text: string): string =>
  seal(sealingOf(manager), text);

/** JSON as it is stored, every text in it sealed: records of registers. */
export const sealedJson = <Value>(manager: EntityManager, value: Value): Value =>
  sealedLeaves(sealingOf(manager), value) as Value;

/** A form as it is stored: every text in it sealed but those of {@link PLAIN_FIELDS}. */
export function sealedForm<Form extends object>(manager: EntityManager, form: Form): Form {
  const keys = sealingOf(manager);
  return Object.fromEntries(
    Object.entries(form).map(([name, value]) => [
      name,
      PLAIN_FIELDS.includes(name) ? value : sealedLeaves(keys, value),
    ]),
  ) as Form;
}

/** Accounts within the lines of a bank's batch. */
export const sealedLines = <Line extends { account: string }>(
  manager: EntityManager,
  lines: Line[],
) => lines.map((line) => ({ ...line, account: sealedText(manager, line.account) }));

/**
 * The columns sealed as a whole and how; all others hold at most sealed ID numbers. A column written by
 * one of these functions stands here, so that it is sealed anew when the key changes.
 */
export const WHOLE_COLUMNS: Readonly<
  Record<string, (manager: EntityManager, value: never) => unknown>
> = {
  'cases.form': sealedForm,
  'draft.form': sealedForm,
  'exchange_record.records': sealedJson,
  'bringing_over_line.data': sealedJson,
  'window_entry.id_number': sealedText,
  'case_material.license_id': sealedText,
  'benefit_entitlement.account': sealedText,
  'benefit_line.account': sealedText,
  'benefit_batch.lines': sealedLines,
};

/**
 * The keyed digest by which rows of one person are found; null where a form names no ID number.
 * @param idNumber as it stands in a form
 */
export function personDigest(manager: EntityManager, idNumber: unknown): string | null {
  if (typeof idNumber !== 'string' || idNumber === '') return null;
  return idNumberDigest(idNumber, sealingOf(manager).digestKey);
}
