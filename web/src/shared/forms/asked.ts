/** What of a form is asked just now: FEEL is loaded only for forms that have conditions. */
import { useEffect, useMemo, useState } from 'react';
import type { FormData, FormField } from '../../api/model.js';
import { askedOn, type Conditions } from './askedOn.js';

const NONE: ReadonlySet<string> = new Set();

const conditional = ({ properties = {} }: FormField): string[] =>
  Object.keys(properties).filter((name) => properties[name]!['x-shown'] !== undefined);

/**
 * @param at instant of handing in, ms, by whose day conditions are judged; left out = now, for what is not yet
 *   handed in
 * @returns the names that are hidden with these answers, and the answers without what they hide; until
 * the conditions can be told, all that have one are hidden, and nothing is taken away
 */
export function useAsked(
  schema: FormField,
  data: FormData,
  at?: number,
): { hidden: ReadonlySet<string>; kept: (data: FormData) => FormData } {
  const names = useMemo(() => conditional(schema), [schema]);
  const [conditions, setConditions] = useState<Conditions | null>(null);
  const needed = names.length > 0;
  useEffect(() => {
    if (!needed) return;
    void import('../../../../bpmn/forms/conditions/index.js').then(setConditions);
  }, [needed]);
  const hidden = useMemo(() => {
    if (!needed) return NONE;
    return conditions ? askedOn(conditions, schema, at).hidden(data) : new Set(names);
  }, [conditions, schema, data, names, needed, at]);
  const kept = (next: FormData) =>
    needed && conditions ? askedOn(conditions, schema, at).kept(next) : next;
  return { hidden, kept };
}

/** The schema without what is hidden. */
export function withoutHidden(schema: FormField, hidden: ReadonlySet<string>): FormField {
  if (hidden.size === 0) return schema;
  const { properties = {}, required = [] } = schema;
  const shown = Object.entries(properties).filter(([name]) => !hidden.has(name));
  return {
    ...schema,
    properties: Object.fromEntries(shown),
    required: required.filter((name) => !hidden.has(name)),
  };
}

/** In English where the form says it so. */
export function inEnglish(field: FormField): FormField {
  const { properties, items } = field;
  const title = field['x-title-en'];
  const description = field['x-description-en'];
  return {
    ...field,
    ...(title && { title }),
    ...(description && { description }),
    ...(items && { items: inEnglish(items) }),
    ...(properties && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([name, one]) => [name, inEnglish(one)]),
      ),
    }),
  };
}
