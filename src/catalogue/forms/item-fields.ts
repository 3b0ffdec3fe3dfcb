/** What an item takes from its form: fields that its process travels with, fields that its conditions read. */
import { entriesOf } from '../../../bpmn/feel/index.js';
import { fieldsOf, type FormField, kindOfField } from '../../../bpmn/forms/index.js';

interface Conditional {
  when?: string;
}

/** As much of an item as is read here. */
interface TakesFields {
  processVariables?: string[];
  personal?: string[];
  /** Handled only as a part of others: its cases have the form of what opened them. */
  internal?: boolean;
  materials?: Conditional[];
  children?: Conditional[];
  ways?: { promise?: Conditional };
}

/** Conditions of an item by their place in it. */
export const conditionsOf = ({
  materials = [],
  children = [],
  ways,
}: TakesFields): [string, string | undefined][] => [
  ...materials.map(({ when }, i): [string, string | undefined] => [`/materials/${i}/when`, when]),
  ...children.map(({ when }, i): [string, string | undefined] => [`/children/${i}/when`, when]),
  ['/ways/promise/when', ways?.promise?.when],
];

/** Of a person, whatever the item says: these never leave PostgreSQL. */
const PERSONAL = new Set(['id-number', 'phone', 'bank-card', 'person', 'address', 'file']);

const isPersonal = (field: FormField): boolean =>
  PERSONAL.has(kindOfField(field)?.code ?? '') ||
  Object.values({ ...field.properties, ...field.items?.properties }).some(isPersonal);

export interface FieldProblem {
  rule: 'field-not-in-form' | 'personal-field-travels';
  /** JSON pointer into the item. */
  path: string;
  message: string;
  messageInEnglish: string;
}

/** Fields that the form does not have, and those of a person that would travel with the process. */
export function fieldProblems(item: TakesFields, form: FormField): FieldProblem[] {
  const fields = fieldsOf(form);
  const travels = (item.processVariables ?? []).map((name, i) => ({
    ...{ path: `/processVariables/${i}`, name },
  }));
  const reads = conditionsOf(item).flatMap(([path, when]) =>
    entriesOf((when ?? '').replace(/^=/, ''), 'form').map((name) => ({ path, name })),
  );
  const personal = travels.filter(
    ({ name }) =>
      (item.personal ?? []).includes(name) || (fields[name] && isPersonal(fields[name])),
  );
  return [
    ...[...travels, ...reads]
      .filter(({ name }) => !item.internal && !Object.hasOwn(fields, name))
      .map(({ path, name }) => ({
        ...{ rule: 'field-not-in-form' as const, path },
        message: `申请表“${form.title ?? ''}”没有字段 ${name}；请改正字段名，或先在表单中加上它。`,
        messageInEnglish: `The form has no field ${name}.`,
      })),
    ...personal.map(({ path, name }) => ({
      ...{ rule: 'personal-field-travels' as const, path },
      message: `“${fields[name]?.title ?? name}”（${name}）是个人信息，不能带入流程；请从流程变量中去掉。`,
      messageInEnglish: `${name} is personal: it does not travel with the process.`,
    })),
  ];
}
