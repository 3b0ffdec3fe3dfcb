/**
 * What was filled into a form, checked wherever it can change: when an application is handed in, when a
 * correction changes it, when a task is done with a form of its own. All ask here, so that nothing slips in
 * one way that another refuses.
 */
import type { EntityManager } from 'typeorm';
import {
  addressFaults,
  type Form,
  type FormFault,
  formFaults,
  formInvalid,
  formVersion,
} from '../../catalogue/index.js';
import { fileFaults, type Handing } from './files.js';

type Data = Record<string, unknown>;

/** Who filled it in, and for whom: a file in it is one of theirs. */
interface Answers extends Handing {
  form: Form;
  data: unknown;
  /** What stood there before: what stays as it was is not looked up again. */
  before?: Data;
  /** Instant in ms that conditions and days' bounds take for now; left out = now. */
  at?: number;
}

/** Every fault: by the form's own rules, by the city's regions, by whose the files are. */
export async function answerFaults(
  manager: EntityManager,
  { form, data, before = {}, at, ...handing }: Answers,
): Promise<FormFault[]> {
  const faults = formFaults(form, data, at);
  if (typeof data !== 'object' || data === null) return faults;
  const changed = changedIn(before, data as Data);
  return [
    ...faults,
    ...(await addressFaults(manager, form, changed)),
    ...(await fileFaults(manager, form, { data: changed, before, ...handing })),
  ];
}

const changedIn = (before: Data, data: Data): Data =>
  Object.fromEntries(
    Object.entries(data).filter(
      ([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name]),
    ),
  );

/** @throws DomainError 422 `form-invalid` listing every fault */
export async function requireAnswers(manager: EntityManager, answers: Answers): Promise<void> {
  const faults = await answerFaults(manager, answers);
  if (faults.length > 0) throw formInvalid(faults);
}

/** Of a task that is done with a form. @throws DomainError as `requireAnswers` */
export async function requireTaskAnswers(
  manager: EntityManager,
  { form, formVersion: version }: { form: string | null; formVersion: number | null },
  data: unknown,
  personId: string,
): Promise<void> {
  if (form === null) return;
  await requireAnswers(manager, {
    form: await formVersion(manager, form, version),
    data,
    personId,
  });
}
