/** Who stands at the counter: kept while they apply for more than one thing, in this page's memory alone. */
import type { NewEntry } from '../api/model.js';

type Person = Pick<NewEntry, 'kind' | 'idNumber' | 'name' | 'queueNumber'>;

let last: Person | null = null;
let again = false;

export function rememberPerson({ kind, idNumber, name, queueNumber }: NewEntry): void {
  last = { kind, idNumber, name, ...(queueNumber && { queueNumber }) };
  again = false;
}

/** The next entry is for the same person, or for whoever comes next. */
export function comesAgain(same: boolean): void {
  again = same;
  if (!same) last = null;
}

export const hasPerson = (): boolean => last !== null;

/** What the form begins with. */
export const samePerson = (): Partial<NewEntry> => (again && last ? last : {});
