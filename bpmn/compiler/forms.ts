/** The forms that a process shows, frozen into its model by their versions. */
import type { ProcessModel, Scope } from '../model/process.js';

/** Keys of the forms of the model's user tasks and of those of the processes it calls, in order. */
export function formsNamed(model: ProcessModel): string[] {
  const scopes = [model, ...Object.values(model.called)].map(({ body }) => body);
  return [...new Set(scopes.flatMap(formsIn))].sort();
}

const formsIn = (scope: Scope): string[] =>
  Object.values(scope.elements).flatMap((element) => {
    if ('body' in element) return formsIn(element.body);
    return element.type === 'userTask' && element.form !== undefined ? [element.form] : [];
  });

/**
 * The model with the versions of its forms, as they are now: those of called processes too, so that one
 * model shows one version of a form.
 * @param versions by key; a form that is not among them stays out
 */
export function freezeForms(
  model: ProcessModel,
  versions: ReadonlyMap<string, number>,
): ProcessModel {
  const forms: Record<string, number> = {};
  for (const key of formsNamed(model)) {
    const version = versions.get(key);
    if (version !== undefined) forms[key] = version;
  }
  return Object.keys(forms).length > 0 ? { ...model, forms } : model;
}
