/** Sections of a form on the page. */
import { type FormSection, sectionsOf } from '../../../../bpmn/forms/index.js';
import type { FormField, ItemForm } from '../../api/model.js';

/** Those with something to fill in. */
export const sectionsShown = (
  { schema, uiSchema }: Pick<ItemForm, 'uiSchema'> & { schema: FormField },
  hidden: ReadonlySet<string>,
): FormSection[] =>
  sectionsOf(schema, uiSchema ?? {}).filter(({ names }) => names.some((name) => !hidden.has(name)));

export const sectionTitle = ({ title, titleEn }: FormSection, language: string): string =>
  language === 'en' ? (titleEn ?? title) : title;
