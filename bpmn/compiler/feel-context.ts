/** Taking a FEEL context literal apart. */
import { parseExpression } from 'feelin';

/**
 * The entries of a context literal, `{a: x, b: y}`, as they stand in the text;
 * undefined when the expression is anything else.
 */
export function contextEntries(feel: string): { key: string; value: string }[] | undefined {
  const context = parseExpression(feel, {}, undefined).topNode.firstChild;
  if (context?.name !== 'Context' || context.nextSibling) return undefined;
  return context.getChildren('ContextEntry').map((entry) => {
    const key = entry.getChild('Key');
    const value = entry.lastChild;
    const written = key ? feel.slice(key.from, key.to) : '';
    return {
      key: written.startsWith('"') ? (JSON.parse(written) as string) : written,
      value: value ? feel.slice(value.from, value.to) : '',
    };
  });
}
