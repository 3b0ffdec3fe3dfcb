/** A form as a file: what the editor gives out it takes in again, and a JSON Schema alone too. */
import { download } from '../shared/download.js';
import { strayLook, strayWord } from '../../../bpmn/forms/lint/index.js';
import type { FormContent, FormField } from '../api/model.js';

const ID = /^urn:onestop:form:([a-z][a-z0-9-]{0,63})$/;

interface FormFile {
  id: string;
  name: string;
  /** As text, and as what it says. */
  xml: string;
  form: FormContent;
}

/** Null = no form is in it. */
export function formIn(text: string): FormFile | null {
  const form = contentOf(text);
  if (!form || strayWord(form.schema) !== null || strayLook(form.uiSchema) !== null) return null;
  const title = form.schema.title ?? '';
  const id = ID.exec(form.schema.$id ?? '')?.[1] ?? 'imported';
  return { id, name: title || id, xml: JSON.stringify(form), form };
}

function contentOf(text: string): FormContent | null {
  try {
    const read = JSON.parse(text) as Partial<FormContent> & FormField;
    const { schema, uiSchema } = read;
    return schema ? { schema, uiSchema: uiSchema ?? {} } : { schema: read, uiSchema: {} };
  } catch {
    return null;
  }
}

export function downloadForm(id: string, form: FormContent): void {
  const text = JSON.stringify(form, null, 2);
  download(`${id}.json`, new Blob([text], { type: 'application/json' }));
}
