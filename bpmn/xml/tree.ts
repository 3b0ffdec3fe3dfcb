/** XML as a tree that knows where in the text each element stands. It reads what parsers accept. */

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

const TOKEN =
  /<!--[^]*?-->|<!\[CDATA\[([^]*?)\]\]>|<\?[^]*?\?>|<\/[^>]*>|<([^\s/>!?]+)((?:"[^"]*"|'[^']*'|[^"'>])*?)(\/?)>|([^<]+)/g;
const ATTRIBUTE = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** @returns the root; undefined when the text is no well-formed document */
export function xmlTree(xml: string): XmlElement | undefined {
  const top: XmlElement = {
    name: '',
    attributes: {},
    children: [],
    text: '',
    scope: {},
    start: 0,
    end: 0,
  };
  const open = [top];
  for (const match of xml.matchAll(TOKEN)) {
    const [token, data, name, written = '', closed, text] = match;
    const around = open.at(-1);
    if (!around) return undefined;
    if (name !== undefined) {
      const attributes = attributesIn(written);
      const element: XmlElement = {
        name,
        attributes,
        children: [],
        text: '',
        scope: scopeOf(attributes, around.scope),
        start: match.index,
        end: match.index + token.length,
      };
      around.children.push(element);
      if (closed === '/') continue;
      element.inside = { start: element.end, end: element.end };
      open.push(element);
    } else if (token.startsWith('</')) {
      if (around.inside) around.inside.end = match.index;
      around.end = match.index + token.length;
      open.pop();
    } else around.text += data ?? decoded(text ?? '');
  }
  return open.length === 1 ? top.children[0] : undefined;
}

function attributesIn(written: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [, name = '', quoted, single] of written.matchAll(ATTRIBUTE))
    attributes[name] = quoted ?? single ?? '';
  return attributes;
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

const NAMED: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  amp: '&',
};

/** Text without its entities. */
export const decoded = (text: string): string =>
  text.replace(
    /&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi,
    (whole, hex?: string, digits?: string, name = '') =>
      (hex ?? digits)
        ? String.fromCodePoint(Number.parseInt(hex ?? digits ?? '', hex ? 16 : 10))
        : (NAMED[name as string] ?? whole),
  );
