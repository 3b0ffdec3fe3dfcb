/** Context functions (DMN 1.5, 10.3.4.12). */
import type { Frame } from '../evaluate/frame.js';
import { entryOf } from '../evaluate/scope.js';
import { contextOf, emptyContext, kindOf, type Context, type Value } from '../values/kinds.js';
import { builtin, type Builtin } from './builtin.js';

const isContext = (value: Value): value is Context => kindOf(value) === 'context';

function copy(frame: Frame, context: Context): Record<string, Value> {
  frame.budget.elements(Object.keys(context).length + 1);
  return Object.assign(emptyContext(), context);
}

function put(frame: Frame, context: Context, keys: readonly Value[], value: Value): Value {
  const [key, ...rest] = keys;
  if (typeof key !== 'string') return frame.none('context put 的键不是文本');
  if (rest.length === 0) return Object.assign(copy(frame, context), { [key]: value });
  const inner = context[key];
  if (!isContext(inner)) return frame.none(`context put：“${key}”不是上下文`);
  frame.budget.enter(1);
  const changed = put(frame, inner, rest, value);
  frame.budget.leave(1);
  return changed === null ? null : Object.assign(copy(frame, context), { [key]: changed });
}

function made(frame: Frame, entries: readonly Value[]): Value {
  const context = emptyContext();
  frame.budget.elements(entries.length);
  for (const entry of entries) {
    const valid =
      isContext(entry) && typeof entry['key'] === 'string' && Object.hasOwn(entry, 'value');
    if (!valid) return frame.none('context 的每一项须有文本 key 和 value');
    const key = entry['key'] as string;
    if (Object.hasOwn(context, key)) return frame.none(`context 的键“${key}”有两个`);
    context[key] = entry['value'];
  }
  return context;
}

export const contexts: Builtin[] = [
  builtin('get value', 'm: context, key: string', (frame, m: Context, key: string) => {
    const value = entryOf(m, key);
    return value === undefined ? frame.none(`没有“${key}”`) : value;
  }),
  builtin('get value', 'm: context, keys: list', (frame, m: Context, keys: Value[]) => {
    let value: Value = m;
    for (const key of keys) {
      frame.budget.operations();
      if (typeof key !== 'string' || !isContext(value)) return frame.none('get value 的路径不通');
      value = entryOf(value, key) ?? null;
    }
    return value;
  }),
  builtin('get entries', 'm: context', (frame, m: Context) => {
    const entries = Object.entries(m);
    frame.budget.elements(entries.length * 3);
    return entries.map(([key, value]) =>
      contextOf([
        ['key', key],
        ['value', value],
      ]),
    );
  }),
  builtin(
    'context put',
    'context: context, key: string, value: any',
    (frame, context: Context, key: string, value: Value) => put(frame, context, [key], value),
  ),
  builtin(
    'context put',
    'context: context, keys: list, value: any',
    (frame, context: Context, keys: Value[], value: Value) => put(frame, context, keys, value),
  ),
  builtin('context merge', 'contexts: list', (frame, all: Value[]) => {
    if (!all.every(isContext)) return frame.none('context merge 的列表里有的元素不是上下文');
    const merged = emptyContext();
    for (const each of all) Object.assign(merged, copy(frame, each));
    return merged;
  }),
  builtin('context', 'entries: list', made),
];
