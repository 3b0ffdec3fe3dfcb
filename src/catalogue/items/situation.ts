/**
 * What an applicant's situation means: which items of a one-stop matter are needed, and which
 * materials. What is not answered yet selects nothing.
 */
import { evaluate } from '../../../bpmn/feel/index.js';
import type { ItemDefinition, Material } from './definition/index.js';

type Form = Record<string, unknown>;

/** Whether a FEEL condition over `form` is true; none = always, unknown = not. */
export function applies(when: string | undefined, form: Form, at = Date.now()): boolean {
  if (when === undefined) return true;
  const result = evaluate(when.replace(/^=/, ''), { form }, at);
  return result.ok && result.value === true;
}

/**
 * Which items of a one-stop matter the form asks for, by their keys.
 * @param at instant in ms that FEEL's now() and today() give
 */
export function selectedChildren(
  item: ItemDefinition,
  form: Form,
  at = Date.now(),
): Record<string, boolean> {
  return Object.fromEntries(
    (item.children ?? []).map(({ key, when }) => [key, applies(when, form, at)]),
  );
}

/** The materials the form asks for: of the item itself and of the children selected. */
export function neededMaterials(item: ItemDefinition, form: Form, at = Date.now()): Material[] {
  const selected = selectedChildren(item, form, at);
  return item.materials.filter(
    ({ child, when }) => (child === undefined || selected[child]) && applies(when, form, at),
  );
}
