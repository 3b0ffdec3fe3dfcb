/**
 * Sections of a long form, each with its title, so that people see what there is to do and how far they
 * are. `ui:sections` says where each begins; the order is the form's own (`order.ts`).
 */
import type { FormField } from './form.js';
import { type Look, namesInOrder } from './order.js';

/** As it is written in the look: from this field to the one where the next begins. */
interface Written {
  title: string;
  titleEn?: string;
  from: string;
}

export interface FormSection {
  title: string;
  titleEn: string | null;
  /** Its fields, in order. */
  names: string[];
}

/** @returns none where the form is not divided */
export function sectionsOf(form: FormField, look: Look): FormSection[] {
  const written = Array.isArray(look['ui:sections']) ? (look['ui:sections'] as Written[]) : [];
  const sections = written.map(({ title, titleEn }) => ({
    ...{ title, titleEn: titleEn ?? null },
    names: [] as string[],
  }));
  let at = 0;
  for (const name of namesInOrder(form, look)) {
    const begun = written.findIndex(({ from }) => from === name);
    if (begun >= 0) at = begun;
    sections[at]?.names.push(name);
  }
  return sections.filter(({ names }) => names.length > 0);
}
