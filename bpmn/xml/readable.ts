/**
 * Well-formed XML that bpmn-moddle's reader stumbles over, written so that it does not: blanks
 * around the `=` of an attribute, blanks at the ends of ids and of references to them, which
 * XML Schema takes off, and ids that are no plain ones (`ids.ts`).
 */
import { withPlainIds } from './ids.js';

const TOKEN =
  /<!--[^]*?-->|<!\[CDATA\[[^]*?\]\]>|<\?[^]*?\?>|<[^\s/>!?]+(?:"[^"]*"|'[^']*'|[^"'>])*>/g;
const ATTRIBUTE = /([^\s="'<>]+)\s*=\s*("[^"]*"|'[^']*')/g;
const NAMES_ELEMENTS = /^(id|default|calledElement|bpmnElement|\w+Ref)$/;

/** @returns the same document; the very same text where nothing is in the way */
export function readable(xml: string): string {
  const trimmed = xml.replace(TOKEN, (token) =>
    /^<[!?]/.test(token) ? token : token.replace(ATTRIBUTE, attribute),
  );
  return withPlainIds(trimmed);
}

function attribute(_whole: string, name: string, quoted: string): string {
  const value = NAMES_ELEMENTS.test(name)
    ? quoted.charAt(0) + quoted.slice(1, -1).trim() + quoted.charAt(0)
    : quoted;
  return `${name}=${value}`;
}
