/**
 * Well-formed XML that modelling libraries stumble over, written so that they do not: prefixes that
 * mean several namespaces (`prefixes.ts`), blanks around the `=` of an attribute, blanks at the ends
 * of ids and of references to them, which XML Schema takes off, and ids that are no plain ones
 * (`ids.ts`).
 */
import { withPlainIds } from './ids.js';
import { withOnePrefixEach } from './prefixes.js';
import { attributesOf, localOf, prefixOf, replaceAll, tokens, type Replacement } from './tokens.js';

const NAMES_ELEMENTS = /^(id|default|calledElement|bpmnElement|\w{1,60}Ref)$/;

/** @returns the same document; the very same text where nothing is in the way */
export const readable = (xml: string): string => withPlainIds(trimmed(withOnePrefixEach(xml)));

function trimmed(xml: string): string {
  const changes: Replacement[] = [];
  for (const token of tokens(xml)) {
    if (token.kind !== 'open') continue;
    for (const { name, start, from, to } of attributesOf(xml, token)) {
      const value = xml.slice(from, to);
      const isName = prefixOf(name) === '' && NAMES_ELEMENTS.test(localOf(name));
      const by = `${name}=${xml.charAt(to)}${isName ? value.trim() : value}`;
      if (by !== xml.slice(start, to)) changes.push({ start, end: to, by });
    }
  }
  return replaceAll(xml, changes);
}
