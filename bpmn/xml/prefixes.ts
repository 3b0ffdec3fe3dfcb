/**
 * Namespaces: it is the URI that counts, whatever prefix stands for it. Modelling libraries go by
 * prefixes, so a file that binds one prefix to two URIs, or a foreign URI to no prefix at all, is
 * written anew with one prefix for each URI, all of them bound at the root.
 */
import { decoded } from './entities.js';
import {
  attributesOf,
  localOf,
  prefixOf,
  replaceAll,
  tokens,
  type Attribute,
  type Replacement,
  type Tag,
} from './tokens.js';

/** Namespaces of the standards, which libraries know by their URIs. */
const STANDARD = /^https?:\/\/www\.omg\.org\//;
const XSI = 'http://www.w3.org/2001/XMLSchema-instance';
/** Stands for having none. */
const NONE = 'urn:onestop:no-namespace';

/** Prefixes that a file binds, by URI, in the order of the file; '' is the default one. */
export function boundPrefixes(xml: string): Map<string, string[]> {
  const bound = new Map<string, string[]>();
  for (const token of tokens(xml)) {
    if (token.kind !== 'open') continue;
    for (const [prefix, uri] of bindingsIn(xml, attributesOf(xml, token))) {
      const known = bound.get(uri) ?? [];
      if (!known.includes(prefix)) bound.set(uri, [...known, prefix]);
    }
  }
  return bound;
}

/** The same document, in which a prefix means one URI; the very same text where it does already. */
export function withOnePrefixEach(xml: string): string {
  const bound = boundPrefixes(xml);
  return isPlain(bound) ? xml : rewritten(xml, prefixesFor(bound));
}

function isPlain(bound: ReadonlyMap<string, readonly string[]>): boolean {
  const prefixes = [...bound.values()].flat();
  const foreign = [...bound].some(([uri, names]) => names.includes('') && !STANDARD.test(uri));
  return !foreign && new Set(prefixes).size === prefixes.length;
}

/** One prefix for each URI: one the file has for it, where no other URI has it already. */
function prefixesFor(bound: ReadonlyMap<string, readonly string[]>): Map<string, string> {
  const taken = new Set(['xml', 'xmlns']);
  const chosen = new Map<string, string>();
  for (const [uri, names] of bound) {
    if (uri === '') continue;
    const own = names.find((name) => name !== '' && !taken.has(name));
    const prefix = own ?? firstFree(taken, [...bound.values()].flat());
    taken.add(prefix);
    chosen.set(uri, prefix);
  }
  if (bound.has('')) chosen.set(NONE, firstFree(taken, [...bound.values()].flat()));
  return chosen;
}

function firstFree(taken: ReadonlySet<string>, used: readonly string[]): string {
  for (let count = 0; ; count++) {
    const name = `n${count}`;
    if (!taken.has(name) && !used.includes(name)) return name;
  }
}

type Scope = ReadonlyMap<string, string>;

function rewritten(xml: string, chosen: ReadonlyMap<string, string>): string {
  const changes: Replacement[] = [];
  const scopes: Scope[] = [new Map()];
  const renamed = (name: string, scope: Scope): string => {
    const uri = scope.get(prefixOf(name));
    const prefix = chosen.get(uri === '' ? NONE : (uri ?? ''));
    return prefix === undefined ? name : `${prefix}:${localOf(name)}`;
  };
  for (const token of tokens(xml)) {
    if (token.kind === 'close') {
      const at = token.start + 2;
      const scope = scopes.pop() ?? new Map<string, string>();
      changes.push({ start: at, end: at + token.name.length, by: renamed(token.name, scope) });
    }
    if (token.kind !== 'open') continue;
    const around = scopes.at(-1) ?? new Map<string, string>();
    const attributes = attributesOf(xml, token);
    const bindings = bindingsIn(xml, attributes);
    const scope = bindings.length > 0 ? new Map([...around, ...bindings]) : around;
    const isRoot = scopes.length === 1;
    changes.push(nameOf(token, renamed(token.name, scope), isRoot ? declared(chosen) : ''));
    for (const attribute of attributes)
      changes.push(...attributeOf(xml, attribute, scope, renamed));
    if (!token.empty) scopes.push(scope);
  }
  return replaceAll(xml, changes);
}

function nameOf({ name, start }: Tag, by: string, declarations: string): Replacement {
  return { start: start + 1, end: start + 1 + name.length, by: by + declarations };
}

const declared = (chosen: ReadonlyMap<string, string>): string =>
  [...chosen].map(([uri, prefix]) => ` xmlns:${prefix}="${escaped(uri)}"`).join('');

const escaped = (uri: string): string =>
  uri.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');

/** Bindings go to the root; names that stand in `xsi:type` have prefixes too. */
function attributeOf(
  xml: string,
  { name, start, from, to }: Attribute,
  scope: Scope,
  renamed: (name: string, scope: Scope) => string,
): Replacement[] {
  if (isBinding(name)) return [{ start, end: to + 1, by: '' }];
  if (prefixOf(name) === '') return [];
  const changed = { start, end: start + name.length, by: renamed(name, scope) };
  const isType = scope.get(prefixOf(name)) === XSI && localOf(name) === 'type';
  return isType
    ? [changed, { start: from, end: to, by: renamed(xml.slice(from, to).trim(), scope) }]
    : [changed];
}

const isBinding = (name: string): boolean => name === 'xmlns' || name.startsWith('xmlns:');

function bindingsIn(xml: string, attributes: readonly Attribute[]): [string, string][] {
  return attributes
    .filter(({ name }) => isBinding(name))
    .map(({ name, from, to }) => [
      name === 'xmlns' ? '' : localOf(name),
      decoded(xml.slice(from, to)).trim(),
    ]);
}
