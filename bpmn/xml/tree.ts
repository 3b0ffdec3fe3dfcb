/** XML as a tree that knows where in the text each element stands. It reads what parsers accept. */
import { decoded } from './entities.js';
import { attributesOf, tokens, type Tag } from './tokens.js';

export interface XmlElement {
  /** With its prefix, as written. */
  name: string;
  /** As written, not decoded. */
  attributes: Readonly<Record<string, string>>;
  children: XmlElement[];
  /** All character data, decoded and in order, without that of the children. */
  text: string;
  /** Namespaces in force, by prefix; the default one under ''. */
  scope: Readonly<Record<string, string>>;
  /** The inside, between the tags; undefined for `<a/>`. */
  inside?: { start: number; end: number };
  start: number;
  end: number;
}

const top = (): XmlElement => ({
  name: '',
  attributes: {},
  children: [],
  text: '',
  scope: {},
  start: 0,
  end: 0,
});

const DATA = { from: '<![CDATA['.length, to: ']]>'.length };

/** @returns the root; undefined when the text is no well-formed document */
export function xmlTree(xml: string): XmlElement | undefined {
  const document = top();
  const open = [document];
  for (const token of tokens(xml)) {
    const around = open.at(-1);
    if (!around || token.kind === 'broken') return undefined;
    if (token.kind === 'open') {
      const element = elementOf(xml, token, around.scope);
      around.children.push(element);
      if (token.empty) continue;
      element.inside = { start: element.end, end: element.end };
      open.push(element);
    } else if (token.kind === 'close') {
      if (around.inside) around.inside.end = token.start;
      around.end = token.end;
      open.pop();
    } else if (token.kind === 'text') around.text += decoded(xml.slice(token.start, token.end));
    else if (token.kind === 'data')
      around.text += xml.slice(token.start + DATA.from, token.end - DATA.to);
  }
  return open.length === 1 ? document.children[0] : undefined;
}

function elementOf(xml: string, tag: Tag, around: XmlElement['scope']): XmlElement {
  const attributes = Object.fromEntries(
    attributesOf(xml, tag).map(({ name, from, to }) => [name, xml.slice(from, to)]),
  );
  const { name, start, end } = tag;
  const scope = scopeOf(attributes, around);
  return { name, attributes, children: [], text: '', scope, start, end };
}

function scopeOf(
  attributes: Readonly<Record<string, string>>,
  around: XmlElement['scope'],
): XmlElement['scope'] {
  const bound = Object.entries(attributes).flatMap(([name, uri]): [string, string][] => {
    const [, prefix = ''] = /^xmlns(?::(.*))?$/.exec(name) ?? ['no'];
    return /^xmlns(:|$)/.test(name) ? [[prefix, uri]] : [];
  });
  return bound.length > 0 ? { ...around, ...Object.fromEntries(bound) } : around;
}

/** `{namespace}name` of an element or, with `attribute`, of one of its attributes. */
export function expanded(name: string, scope: XmlElement['scope'], attribute = false): string {
  const [first = '', second] = name.split(':');
  if (second === undefined) return attribute ? first : `{${scope[''] ?? ''}}${first}`;
  return `{${scope[first] ?? first}}${second}`;
}
