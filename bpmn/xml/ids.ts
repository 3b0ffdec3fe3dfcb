/**
 * Ids as XML allows them, and as modelling libraries take them. XML's names may be Chinese, and tools
 * write ids that begin with a figure; bpmn-moddle and bpmn-js read neither. Such an id goes in under
 * a plain one and comes out as its author wrote it.
 */
const TAKEN = /^[a-z_][\w.-]*$/i;
/** No id at all, or one that could not be told from the XML or an expression around it. */
const NEVER = /^$|[\s<>&"'{}$#:/]/;
const TAG = /<!--[^]*?-->|<!\[CDATA\[[^]*?\]\]>|<([^\s/>!?]+)((?:"[^"]*"|'[^']*'|[^"'>])*)>/g;
const ATTRIBUTE = /(\s(?:id|default|bpmnElement|\w*Ref)\s*=\s*)("[^"]*"|'[^']*')/g;
const REFERENCE = /(<([^\s/>!?]+)\s*>\s*)([^<>\s]+)(?=\s*<\/)/g;
const REFERRING = /^(incoming|outgoing|source|target|\w*Refs?)$/;
const BPMN = /xmlns(?::([\w.-]+))?\s*=\s*["']http:\/\/www\.omg\.org\/spec\/(?:BPMN|DD)\//g;

/** The id that stands for the given one; the same where a library takes it as it is. */
export function plainId(id: string): string {
  if (TAKEN.test(id) || NEVER.test(id)) return id;
  const plain = id.replace(/[^\w.-]/gu, (character) => `_u${codeOf(character)}_`);
  return TAKEN.test(plain) ? plain : `_${plain}`;
}

const codeOf = (character: string): string => (character.codePointAt(0) ?? 0).toString(16);

/** The ids of a file that go in under another, by that other. */
export function renamedIds(xml: string): ReadonlyMap<string, string> {
  const renamed = new Map<string, string>();
  const standard = prefixesOf(xml);
  for (const [, name, attributes] of xml.matchAll(TAG)) {
    if (name === undefined || !standard.has(prefixOf(name))) continue;
    const id = /\sid\s*=\s*["']\s*([^"']*?)\s*["']/.exec(attributes ?? '')?.[1] ?? '';
    const plain = plainId(id);
    if (plain !== id) renamed.set(plain, id);
  }
  return renamed;
}

/** The file with plain ids; the very same text where it has none to change. */
export function withPlainIds(xml: string): string {
  const renamed = renamedIds(xml);
  return replaced(xml, new Map([...renamed].map(([plain, id]) => [id, plain])));
}

/** A file with the ids that its author wrote. @param renamed by `renamedIds` of what he wrote */
export const withOriginalIds = (xml: string, renamed: ReadonlyMap<string, string>): string =>
  replaced(xml, renamed);

/** Ids of the standard's elements and all references to them; extensions are not looked into. */
function replaced(xml: string, by: ReadonlyMap<string, string>): string {
  if (by.size === 0) return xml;
  const standard = prefixesOf(xml);
  const attribute = (_whole: string, name: string, quoted: string): string =>
    name + quoted.charAt(0) + other(quoted.slice(1, -1).trim(), by) + quoted.charAt(0);
  return xml
    .replace(TAG, (tag, name?: string) =>
      name !== undefined && standard.has(prefixOf(name)) ? tag.replace(ATTRIBUTE, attribute) : tag,
    )
    .replace(REFERENCE, (whole, start: string, name: string, value: string) =>
      standard.has(prefixOf(name)) && REFERRING.test(name.slice(name.indexOf(':') + 1))
        ? start + other(value, by)
        : whole,
    );
}

/** A reference is a QName: its prefix stays. */
function other(value: string, by: ReadonlyMap<string, string>): string {
  const local = value.slice(value.indexOf(':') + 1);
  return value.slice(0, value.length - local.length) + (by.get(local) ?? local);
}

const prefixOf = (name: string): string => (name.includes(':') ? (name.split(':')[0] ?? '') : '');

/** The prefixes that stand for the standard's namespaces anywhere in the file. */
function prefixesOf(xml: string): ReadonlySet<string> {
  return new Set([...xml.matchAll(BPMN)].map(([, prefix = '']) => prefix));
}
