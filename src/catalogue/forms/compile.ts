/** A form's JSON Schema as ajv checks by it. */
import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { RE2JS } from 're2js';
import { FORMATS } from '../../../bpmn/forms/index.js';
import type { FormFieldDto } from './form-field.dto.js';

/** A pattern is somebody's text: looked for in time that grows with the answer only. */
const linear = Object.assign(
  (pattern: string) => {
    const compiled = RE2JS.compile(pattern);
    // ajv keeps them apart by what they are written as.
    return { test: (text: string) => compiled.matcher(text).find(), toString: () => pattern };
  },
  { code: 'linear' },
);

/** Knows draft 7 itself, which takes longer to compile than any form; of forms it keeps nothing. */
const draft7 = new Ajv({ strict: false, logger: false, addUsedSchema: false });

/** A new one for each form: a checker keeps all that it ever compiled, drafts of every moment too. */
function checker(): Ajv {
  const ajv = new Ajv({
    ...{ allErrors: true, verbose: true, strict: false, logger: false, addUsedSchema: false },
    ...{ meta: false, validateSchema: false },
    // Amounts have cents, which binary numbers are near to.
    multipleOfPrecision: 6,
    code: { regExp: linear as never },
  });
  addFormats.default(ajv);
  for (const [name, holds] of Object.entries(FORMATS)) ajv.addFormat(name, holds);
  return ajv;
}

/** @throws Error for what is no JSON Schema of draft 7 */
export const compileForm = ({ schema }: { schema: FormFieldDto }): ValidateFunction => {
  // Versions of one form bear one name, and refer to nothing by it.
  const { $id: _id, ...body } = schema;
  if (!draft7.validateSchema(body)) throw new Error(draft7.errorsText());
  return checker().compile(body);
};
