/** Inputs and outputs: a variable from an expression, or from a text that stands for itself. */
import type { Mapping, Receiving } from '../model/process.js';
import type { Attributes, MappingText } from './attributes.js';
import type { Compiling } from './context.js';
import { isExpression } from './expressions.js';

export function readMappings(
  mappings: readonly MappingText[] | undefined,
  element: string,
  compiling: Compiling,
): Mapping[] {
  return (mappings ?? []).flatMap(({ target, source, language, certain }) => {
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
    return read ? [{ target, source: { ...read, ...(certain && { certain }) } }] : [];
  });
}

/** What becomes of the variables that come with an event. */
export function readReceiving(
  { outputs, returnAll }: Attributes,
  element: string,
  compiling: Compiling,
): Receiving {
  const written = readMappings(outputs, element, compiling);
  if (written.length === 0) return {};
  return { outputs: written, ...(returnAll === false && { onlyOutputs: true as const }) };
}
