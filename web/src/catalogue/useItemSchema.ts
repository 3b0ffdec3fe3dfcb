/** The fields of an item and what may be chosen in them, as the platform declares them. */
import { useQuery } from '@tanstack/react-query';
import { api } from '../api/endpoints.js';

export interface FieldSchema {
  title?: string;
  type?: string;
  properties?: Record<string, FieldSchema>;
  items?: FieldSchema;
  oneOf?: { const: string; title: string }[];
  examples?: string[];
}

export interface Choice {
  value: string;
  label: string;
}

/** A field of a schema by its place, `/lead/line`; lists are passed through. */
export function fieldAt(schema: FieldSchema | undefined, place: string): FieldSchema | undefined {
  const names = place.split('/').slice(1);
  return names.reduce<FieldSchema | undefined>((within, name) => {
    const fields = within?.items?.properties ?? within?.properties;
    return fields?.[name] ?? (/^\d+$/.test(name) ? within : undefined);
  }, schema);
}

export function useItemSchema() {
  const query = useQuery({
    queryKey: ['item-schema'],
    queryFn: async () => (await api.itemSchema()).schema as FieldSchema,
    staleTime: 60_000,
  });
  const at = (place: string): Choice[] =>
    (fieldAt(query.data, place)?.oneOf ?? []).map(({ const: value, title }) => ({
      value,
      label: title,
    }));
  return { ...query, at };
}
