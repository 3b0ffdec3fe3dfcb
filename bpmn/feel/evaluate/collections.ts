/** Lists and contexts: made, looked into, filtered. */
import type { NodeOf } from '../syntax/ast.js';
import { emptyContext, kindOf, nameOfKind, type Context, type Value } from '../values/kinds.js';
import { payForZones } from '../values/compare.js';
import { brief, index, isNumber, type Num } from '../values/number.js';
import { propertyOf } from '../values/properties.js';
import type { Compile, Run } from './run.js';
import type { Frame, Span } from './frame.js';
import { truth } from './logic.js';
import { Bound, entryOf, Filtered } from './scope.js';

export function compileList({ items }: NodeOf<'list'>, compile: Compile): Run {
  const runs = items.map(compile);
  return (frame) => {
    frame.budget.elements(runs.length);
    return runs.map((run) => run(frame));
  };
}

/** Each entry sees those before it; the same key twice is no context. */
export function compileContext(node: NodeOf<'context'>, compile: Compile): Run {
  const entries = node.entries.map(({ name, value }) => ({ name, run: compile(value) }));
  const names = new Set<string>();
  const twice = node.entries.find(({ name }) => names.size === names.add(name).size);
  return (frame) => {
    if (twice) return frame.none(`上下文里的“${twice.name}”有两个`, twice);
    frame.budget.elements(entries.length);
    const context = emptyContext();
    const inside = frame.within(new Bound(context, frame.scope));
    for (const { name, run } of entries) context[name] = run(inside) ?? null;
    return context;
  };
}

export function compilePath(node: NodeOf<'path'>, compile: Compile): Run {
  const of = compile(node.of);
  const { name } = node.entry;
  return (frame) => {
    frame.budget.operations();
    return entry(of(frame), name, node.entry, frame);
  };
}

function entry(value: Value, name: string, span: Span, frame: Frame): Value {
  switch (kindOf(value)) {
    case 'null':
      return frame.none(`空值没有“${name}”`, span);
    case 'context': {
      const found = entryOf(value as Context, name);
      return found === undefined ? frame.none(`没有“${name}”`, span) : found;
    }
    case 'list': {
      const items = value as Value[];
      frame.budget.elements(items.length);
      return items.map((item) => {
        frame.budget.operations();
        return entry(item, name, span, frame);
      });
    }
    default: {
      payForZones(frame.budget, value);
      const property = propertyOf(value, name);
      return property === undefined
        ? frame.none(`${nameOfKind(value)}没有“${name}”`, span)
        : property;
    }
  }
}

/** By a number its element (from 1, or from the end by -1), by a condition all that meet it. */
export function compileFilter(node: NodeOf<'filter'>, compile: Compile): Run {
  const [of, by] = [compile(node.of), compile(node.by)];
  return (frame) => {
    frame.budget.operations();
    const value = of(frame);
    if (value === null) return frame.none('空值不能筛选', node.of);
    const items = kindOf(value) === 'list' ? (value as Value[]) : [value];
    const meets = (item: Value): Value => by(frame.within(new Filtered(item, frame.scope)));
    const first = items.length > 0 ? meets(items[0]) : by(frame);
    if (isNumber(first)) return elementAt(items, first, node, frame);
    const found = items.filter((item, at) => {
      frame.budget.operations();
      return truth(at === 0 ? first : meets(item), node.by, frame) === true;
    });
    frame.budget.elements(found.length);
    return found;
  };
}

function elementAt(items: Value[], by: Num, node: NodeOf<'filter'>, frame: Frame): Value {
  const at = index(by);
  const item = at > 0 ? items[at - 1] : items.at(at);
  return item === undefined || at === 0 || Number.isNaN(at)
    ? frame.none(`列表有 ${items.length} 个元素，没有第 ${brief(by)} 个`, node.by)
    : item;
}
