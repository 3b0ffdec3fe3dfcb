/**
 * What the diagram takes from the application into an adapter's input is taken anew from the case's own row
 * before the adapter acts: a day, an amount's tier, an operation on a licence are what was applied for and
 * corrected since, whatever the variable `form` of the workflow has become.
 */
import type { DataSource } from 'typeorm';
import type { Json, Variables } from '../bpmn/engine/index.js';
import { contextEntries, evaluate, variablesOf } from '../bpmn/feel/index.js';
import { elementsOf } from '../bpmn/model/elements.js';
import type { ProcessModel } from '../bpmn/model/process.js';
import { travelling } from '../src/cases/index.js';
import type { ModelStore } from '../src/platform/temporal/index.js';
import type { AdapterCall } from '../workflows/contracts/case.js';
import { derivedOf } from '../workflows/law/index.js';

const FORM = 'form';

interface Row {
  hash: string;
  form: Record<string, Json>;
  /** Fields of the form that travel with the process. */
  travels: string[];
}

/** @returns the call with those entries of its input that read nothing but the form, as the row has it */
export async function asApplied(
  { dataSource, models }: { dataSource: DataSource; models: ModelStore },
  call: AdapterCall,
): Promise<AdapterCall> {
  const { input } = call;
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return call;
  const [row] = await dataSource.query<Row[]>(
    `SELECT c.model_hash AS hash, c.form,
            ARRAY(SELECT jsonb_array_elements_text(coalesce(i.data -> 'processVariables', '[]')))
              AS travels
       FROM cases c JOIN item i ON i.code = c.item_code AND i.version = c.item_version
      WHERE c.number = $1`,
    [call.caseNumber],
  );
  const model = row && (await models(row.hash));
  const fromForm = model ? takenFromForm(model, call.element) : [];
  if (!row || fromForm.length === 0) return call;
  const form = travelling({ processVariables: row.travels }, row.form);
  const anew = fromForm.map(({ name, feel }) => [name, valueOf(feel, form)] as const);
  return { ...call, input: { ...input, ...Object.fromEntries(anew) } };
}

/** Entries of an element's input that are made of the application's form alone. */
function takenFromForm(model: ProcessModel, id: string): { name: string; feel: string }[] {
  const elements = elementsOf(model);
  const [element, another] = elements.filter((each) => each.id === id);
  if (another || element?.type !== 'serviceTask' || !element.input) return [];
  // Where the diagram itself calls something else so, it is not the application's.
  const renamed = elements
    .flatMap(derivedOf)
    .some(({ name, feel }) => name === FORM && feel.trim() !== FORM);
  if (renamed || elements.some((each) => each.id === FORM)) return [];
  return contextEntries(element.input.feel).filter(({ feel }) => {
    const [read, ...others] = variablesOf(feel);
    return read === FORM && others.length === 0;
  });
}

function valueOf(feel: string, form: Variables): Json {
  const found = evaluate(feel, { form }, Date.now());
  return found.ok ? found.value : null;
}
