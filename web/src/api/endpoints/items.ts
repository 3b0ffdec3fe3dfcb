/** The catalogue. */
import { client, take } from '../client.js';
import { itemForm, type FormData, type ItemForm, type Situation } from '../model.js';
import { byCode } from './parameters.js';

export const items = {
  regions: (parent?: string) => take(client.GET('/api/regions', { params: { query: { parent } } })),
  items: (q?: string) => take(client.GET('/api/items', { params: { query: { q } } })),
  /** Length of a day in ms where a demonstration scales it, also while a part is down; null = a real day. */
  demoDay: async (): Promise<number | null> => {
    const { data, error } = await client.GET('/api/health');
    return (data ?? (error as { demoDay?: number | null } | undefined))?.demoDay ?? null;
  },
  item: (code: string) => take(client.GET('/api/items/{code}', byCode(code))),
  itemForm: async (code: string): Promise<ItemForm> => {
    const { schema, uiSchema } = await take(client.GET('/api/items/{code}/form', byCode(code)));
    return itemForm(schema, uiSchema);
  },
  situation: async (code: string, region: string, form: FormData) =>
    (await take(
      client.POST('/api/items/{code}/situation', { ...byCode(code), body: { region, form } }),
    )) as Situation,
};
