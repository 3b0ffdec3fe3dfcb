/** Everything that is wrong with a form, each with its field: the same list in the editor and on the server. */
import { fieldsOf, type FormField } from '../form.js';
import { conditionFindings } from './conditions.js';
import { dayFindings } from './days.js';
import { FIELD_RULES } from './fields.js';
import { textFindings } from './texts.js';
import { called, error, type FormFinding, type Placed } from './finding.js';

export type { FormFinding } from './finding.js';
export { strayLook, strayWord } from './shape.js';

/** More than any paper form has. */
const MOST_FIELDS = 300;

/** @param form one by `strayWord` */
export function lintForm(form: FormField): FormFinding[] {
  const { properties = {} } = form;
  const top = Object.entries(fieldsOf(form)).map(([name, field]) => ({
    ...{ place: name, name, field },
    ...(!Object.hasOwn(properties, name) && { conditional: true }),
  }));
  const all = top.flatMap(withParts);
  if (all.length > MOST_FIELDS)
    return [
      error('form-large', undefined, `表单有 ${all.length} 个字段，超过 ${MOST_FIELDS}；请分开。`),
    ];
  return [
    ...whole(form, top),
    ...all.flatMap((placed) => FIELD_RULES.flatMap((rule) => rule(placed))),
    ...dayFindings(all, top),
    ...textFindings(form),
    ...requiredFindings(form, all),
    ...conditionFindings(all, top),
  ];
}

/** A field and those within it. */
function withParts(placed: Placed): Placed[] {
  const { place, field, conditional } = placed;
  const parts = field.properties ?? field.items?.properties ?? {};
  return [
    placed,
    ...Object.entries(parts).flatMap(([name, part]) =>
      withParts({
        ...{ place: `${place}.${name}`, name, field: part, within: field },
        ...(conditional && { conditional }),
      }),
    ),
  ];
}

function whole(form: FormField, fields: readonly Placed[]): FormFinding[] {
  const found: FormFinding[] = [];
  if (!form.title?.trim()) found.push(error('form-title', undefined, '表单没有名称；请写上。'));
  if (form.type !== 'object') found.push(error('form-type', undefined, '表单的类型应为 object。'));
  if (fields.length === 0)
    found.push(error('form-empty', undefined, '表单还没有字段；请从左边添加。'));
  return found;
}

/** What must be answered is asked. */
function requiredFindings(form: FormField, all: readonly Placed[]): FormFinding[] {
  const top = Object.keys(fieldsOf(form));
  const missing = (form.required ?? []).filter((name) => !top.includes(name));
  const within = all.flatMap((placed) => {
    const { field } = placed;
    const { required = [], properties } = field.items?.properties ? field.items : field;
    return required
      .filter((name) => !properties?.[name])
      .map((name) =>
        error('required-unknown', placed.place, `${called(placed)}要求填写没有的“${name}”。`),
      );
  });
  return [
    ...missing.map((name) =>
      error('required-unknown', undefined, `要求填写的“${name}”不在表单里；请改正。`),
    ),
    ...within,
  ];
}
