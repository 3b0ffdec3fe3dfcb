/** Forms with more fields than they come with, published over a release's. */
import type { FormContent } from '../../src/catalogue/index.js';
import type { Session } from '../../tools/session/sign-in.js';
import type { FormField } from '../../bpmn/forms/index.js';
import { FIELD_KINDS } from '../../bpmn/forms/index.js';

/** A field as the editor makes it. */
export const newField = (kind: string, title: string): FormField => ({
  ...FIELD_KINDS.find(({ code }) => code === kind)!.make(),
  title,
});

/** Publishes the form's newest version with these fields as well. */
export async function publishWith(
  admin: Session,
  id: string,
  fields: Record<string, FormField>,
): Promise<void> {
  const { items } = await admin.get<{ items: { version: number }[] }>(`/api/forms/${id}/versions`);
  const { schema, uiSchema } = await admin.get<FormContent>(
    `/api/forms/${id}/versions/${items[0]!.version}`,
  );
  const properties = { ...schema.properties, ...fields };
  await admin.put(`/api/forms/${id}/draft`, { schema: { ...schema, properties }, uiSchema });
  await admin.post(`/api/forms/${id}/draft/publication`, { note: '' });
}
