/** Rules of conditions: they can be read, name fields there are, and settle. */
import { checkExpression, variablesOf } from '../../feel/index.js';
import { called, error, type FormFinding, type Placed } from './finding.js';

/** @param fields the form's own, at the top */
export function conditionFindings(
  placed: readonly Placed[],
  fields: readonly Placed[],
): FormFinding[] {
  const names = new Set(fields.map(({ name }) => name));
  const found = placed.flatMap((one) => unreadable(one, names));
  return found.length > 0 ? found : circles(fields);
}

function unreadable(one: Placed, names: Set<string>): FormFinding[] {
  const shown = one.field['x-shown'];
  if (shown === undefined) return [];
  if (one.within)
    return [
      error(
        'condition-nested',
        one.place,
        `${called(one)}在分组或表格里，不能有条件；请给整个分组写条件。`,
      ),
    ];
  if (!shown.trim())
    return [error('condition-wrong', one.place, `${called(one)}的条件是空的；请写上或者去掉。`)];
  return checkExpression(shown, { variables: names }).map(({ message }) =>
    error('condition-wrong', one.place, `${called(one)}的条件“${shown}”${message}`),
  );
}

/** A field that is shown where it is shown itself, by however many others. */
function circles(fields: readonly Placed[]): FormFinding[] {
  const reads = new Map(
    fields.map(({ name, field }) => [name, variablesOf(field['x-shown'] ?? '')]),
  );
  const comesBack = (start: string): boolean => {
    const seen = new Set<string>();
    const next = [...(reads.get(start) ?? [])];
    for (let name = next.pop(); name !== undefined; name = next.pop()) {
      if (name === start) return true;
      if (!seen.has(name)) next.push(...(reads.get(name) ?? []));
      seen.add(name);
    }
    return false;
  };
  return fields
    .filter(({ name }) => comesBack(name))
    .map((one) =>
      error(
        'condition-circular',
        one.place,
        `${called(one)}是否出现取决于它自己（直接或绕经其他字段）；请改条件。`,
      ),
    );
}
