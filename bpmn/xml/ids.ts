/**
 * Ids as XML allows them, and as modelling libraries take them. XML's names may be Chinese, and tools
 * write ids that begin with a figure; bpmn-moddle and dmn-moddle, bpmn-js and dmn-js read neither.
 * Such an id goes in under a plain one and comes out as its author wrote it.
 */
import { boundPrefixes } from './prefixes.js';
import { attributesOf, localOf, prefixOf, replaceAll, tokens } from './tokens.js';
import type { Attribute, Replacement, Tag } from './tokens.js';

const TAKEN = /^[a-z_][\w.-]*$/i;
/** No id at all, or one that could not be told from the XML or an expression around it. */
const NEVER = /^$|[\s<>&"'{}$#:/]/;
/** Attributes and elements that hold an id or refer to one; a type of DMN goes by its name. */
const REFERRING_ATTRIBUTE = /^(id|default|bpmnElement|href|(?!type)\w{1,60}Ref)$/;
const REFERRING_ELEMENT = /^(incoming|outgoing|source|target|(?!type)\w{1,60}Refs?)$/;
const STANDARD = /^https?:\/\/www\.omg\.org\/spec\/(BPMN|DD|DMN)\//;

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
  for (const token of tokens(xml)) {
    if (token.kind !== 'open' || !standard.has(prefixOf(token.name))) continue;
    const written = attributesOf(xml, token).find(({ name }) => name === 'id');
    const id = written ? xml.slice(written.from, written.to).trim() : '';
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
  const changes: Replacement[] = [];
  let opened: Tag | undefined;
  for (const token of tokens(xml)) {
    if (token.kind === 'open') {
      opened = !token.empty && standard.has(prefixOf(token.name)) ? token : undefined;
      if (standard.has(prefixOf(token.name)))
        for (const attribute of attributesOf(xml, token))
          if (REFERRING_ATTRIBUTE.test(attribute.name)) changes.push(...named(xml, attribute, by));
    } else if (token.kind === 'text' && opened) {
      if (REFERRING_ELEMENT.test(localOf(opened.name)))
        changes.push(...named(xml, { from: token.start, to: token.end }, by));
      opened = undefined;
    } else opened = undefined;
  }
  return replaceAll(xml, changes);
}

/** The change of what stands between two places, if it names something that has another name. */
function named(
  xml: string,
  { from, to }: Pick<Attribute, 'from' | 'to'>,
  by: ReadonlyMap<string, string>,
): Replacement[] {
  const written = xml.slice(from, to);
  const changed = other(written.trim(), by);
  if (changed === written.trim()) return [];
  const start = from + written.indexOf(written.trim());
  return [{ start, end: start + written.trim().length, by: changed }];
}

/** A reference is a QName, whose prefix stays, or `#` and an id. */
function other(value: string, by: ReadonlyMap<string, string>): string {
  const local = value.slice(Math.max(value.indexOf(':'), value.indexOf('#')) + 1);
  return value.slice(0, value.length - local.length) + (by.get(local) ?? local);
}

/** The prefixes that stand for the standard's namespaces anywhere in the file. */
function prefixesOf(xml: string): ReadonlySet<string> {
  const bound = [...boundPrefixes(xml)].filter(([uri]) => STANDARD.test(uri));
  return new Set(bound.flatMap(([, prefixes]) => prefixes));
}
