/** The task's form: codes become choices taken from the case, and only what the outcome needs is asked. */
import { titlesOf } from '../../../bpmn/forms/index.js';
import type { CaseDetail, FormData, FormField, ItemForm, TaskDetail } from '../api/model.js';

type Choices = { const: string; title: string }[];

/** What the item asks for, handed in or not, and whatever else was handed in. */
function materialChoices(one: CaseDetail): Choices {
  const names = new Map(
    [...one.itemMaterials, ...one.materials].map((material) => [material.code, material.name]),
  );
  return [...names].map(([code, name]) => ({ const: code, title: name }));
}

function fieldChoices(one: CaseDetail): Choices {
  const titles = titlesOf(one.formSchema);
  return Object.entries(titles).map(([name, title]) => ({ const: name, title }));
}

function withChoices(list: FormField | undefined, name: string, choices: Choices) {
  const property = list?.items?.properties?.[name];
  if (property && choices.length > 0) property.oneOf = choices;
}

interface Look {
  'ui:options'?: { outcomes?: string[] };
}

/** Fields that say in the ui schema for which outcomes they are (`ui:options.outcomes`). */
function unasked(task: TaskDetail, outcome: string | undefined): string[] {
  return Object.entries((task.uiSchema ?? {}) as Record<string, Look>).flatMap(([name, look]) => {
    const outcomes = look['ui:options']?.outcomes;
    return outcomes && !outcomes.includes(outcome ?? '') ? [name] : [];
  });
}

/** What must be corrected is chosen by name, not typed by code. */
export function taskForm(task: TaskDetail, outcome: string | undefined): ItemForm | null {
  if (!task.formSchema) return null;
  const schema = structuredClone(task.formSchema);
  const properties = schema.properties ?? {};
  withChoices(properties.materials, 'code', materialChoices(task.case));
  withChoices(properties.fields, 'field', fieldChoices(task.case));
  for (const name of unasked(task, outcome)) delete properties[name];
  if (Object.keys(properties).length === 0) return null;
  return { schema, uiSchema: task.uiSchema ?? {} };
}

/** What was filled in for another outcome is not sent. */
export function answersFor(
  task: TaskDetail,
  outcome: string | undefined,
  form: FormData,
): FormData {
  const left = new Set(unasked(task, outcome));
  return Object.fromEntries(Object.entries(form).filter(([name]) => !left.has(name)));
}
