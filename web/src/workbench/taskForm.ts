/** Turns codes that a handler would have to type into choices taken from the case itself. */
import type { CaseDetail, ItemForm, TaskDetail } from '../api/model.js';

interface Property {
  title?: string;
  properties?: Record<string, Property>;
  items?: Property;
  oneOf?: { const: string; title: string }[];
}

type Choices = { const: string; title: string }[];

function materialChoices(one: CaseDetail): Choices {
  const names = new Map(one.materials.map((material) => [material.code, material.name]));
  return [...names].map(([code, name]) => ({ const: code, title: name }));
}

function fieldChoices(one: CaseDetail): Choices {
  const properties = (one.formSchema?.properties ?? {}) as Record<string, Property>;
  return Object.entries(properties).map(([name, property]) => ({
    const: name,
    title: property.title ?? name,
  }));
}

function withChoices(list: Property | undefined, name: string, choices: Choices) {
  const property = list?.items?.properties?.[name];
  if (property && choices.length > 0) property.oneOf = choices;
}

/** The task's form; what must be corrected is chosen by name, not typed by code. */
export function taskForm(task: TaskDetail): ItemForm | null {
  if (!task.formSchema) return null;
  const schema = structuredClone(task.formSchema);
  const properties = (schema.properties ?? {}) as Record<string, Property>;
  withChoices(properties.materials, 'code', materialChoices(task.case));
  withChoices(properties.fields, 'field', fieldChoices(task.case));
  return { schema, uiSchema: task.uiSchema ?? {} };
}
