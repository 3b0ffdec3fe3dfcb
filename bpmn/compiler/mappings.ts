/** Inputs and outputs: a variable from an expression, or from a text that stands for itself. */
import type { Mapping } from '../model/process.js';
import type { MappingText } from './attributes.js';
import type { Compiling } from './context.js';
import { isExpression } from './expressions.js';

export function readMappings(
  mappings: readonly MappingText[] | undefined,
  element: string,
  compiling: Compiling,
): Mapping[] {
  return (mappings ?? []).flatMap(({ target, source, language }) => {
    if (target === '' || source.trim() === '') {
      compiling.findings.error(
        'mapping-invalid',
        element,
        '输入输出映射须写明变量名和取值表达式，请补全。',
      );
      return [];
    }
    const read =
      language !== undefined || isExpression(source)
        ? compiling.expressions.text(source, element, language)
        : { feel: JSON.stringify(source) };
    return read ? [{ target, source: read }] : [];
  });
}
