/**
 * bpmn-moddle keeps extension elements, but not to the letter: it takes the prefix off attributes
 * that share their element's namespace, and loses where text stands between elements. Where
 * nobody changed them, they are put back as they were written.
 */
import { decoded } from './entities.js';
import { replaceAll, type Replacement } from './tokens.js';
import { expanded, xmlTree, type XmlElement } from './tree.js';

const MODEL = '{http://www.omg.org/spec/BPMN/20100524/MODEL}';

/**
 * @param original the file as it came
 * @param saved the same file as bpmn-moddle (or bpmn-js) wrote it
 * @returns `saved` with the original's extension elements wherever they say the same
 */
export function keepExtensions(original: string, saved: string): string {
  const [before, after] = [xmlTree(original), xmlTree(saved)];
  if (!before || !after) return saved;
  const known = new Map(extensionsIn(before));
  const changes = extensionsIn(after).flatMap(([key, element]): Replacement[] => {
    const was = known.get(key);
    const made = was && saysTheSame(was, element) ? change(original, was, element) : undefined;
    return made ? [made] : [];
  });
  return replaceAll(saved, changes);
}

/** Every `extensionElements` by the element it belongs to: its id, or its way down from one. */
function extensionsIn(root: XmlElement): [string, XmlElement][] {
  const found: [string, XmlElement][] = [];
  const visit = (element: XmlElement, way: string): void => {
    const counts = new Map<string, number>();
    for (const child of element.children) {
      const name = expanded(child.name, child.scope);
      if (name === `${MODEL}extensionElements`) {
        found.push([way, child]);
        continue;
      }
      const index = counts.get(name) ?? 0;
      counts.set(name, index + 1);
      const id = child.attributes['id'];
      visit(child, id === undefined ? `${way}/${name}[${index}]` : `#${id}`);
    }
  };
  visit(root, '');
  return found;
}

/** Equal but for what bpmn-moddle does not keep apart. */
function saysTheSame(one: XmlElement, other: XmlElement): boolean {
  const [first, second] = [loose(one), loose(other)];
  return JSON.stringify(first) === JSON.stringify(second);
}

interface Loose {
  name: string;
  attributes: [string, string][];
  text: string;
  children: Loose[];
}

function loose(element: XmlElement): Loose {
  const name = expanded(element.name, element.scope);
  const namespace = name.slice(0, name.indexOf('}') + 1);
  const attributes = Object.entries(element.attributes)
    .filter(([key]) => !/^xmlns(:|$)/.test(key))
    .map(([key, value]): [string, string] => [
      expanded(key, element.scope, true).replace(namespace, ''),
      decoded(value),
    ]);
  return {
    name,
    attributes: [...new Map(attributes)].sort(([a], [b]) => (a < b ? -1 : 1)),
    text: element.text.replace(/\s+/g, ''),
    children: element.children.map(loose),
  };
}

/** The original's inside, with the namespaces it needs; undefined where these would not fit. */
function change(original: string, was: XmlElement, element: XmlElement): Replacement | undefined {
  const { inside } = element;
  if (!inside || !was.inside) return undefined;
  const prefixes = new Set(['', ...Object.keys(was.scope)]);
  const missing = [...prefixes].filter(
    (prefix) => (element.scope[prefix] ?? '') !== (was.scope[prefix] ?? ''),
  );
  // The element itself must stay what it is.
  const [own = ''] = element.name.includes(':') ? element.name.split(':') : [''];
  if (missing.includes(own)) return undefined;
  const declared = missing
    .map((prefix) => ` xmlns${prefix && `:${prefix}`}="${was.scope[prefix] ?? ''}"`)
    .join('');
  const by = `<${element.name}${declared}>${original.slice(was.inside.start, was.inside.end)}</${element.name}>`;
  return { start: element.start, end: element.end, by };
}
