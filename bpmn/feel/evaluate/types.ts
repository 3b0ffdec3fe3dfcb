/** `instance of`, and whether values are of the types that parameters ask for. */
import type { NodeOf, Type } from '../syntax/ast.js';
import { FeelFunction } from '../values/function.js';
import { kindOf, type Context, type Kind, type Value } from '../values/kinds.js';
import { FeelRange } from '../values/range.js';
import type { Compile, Run } from './run.js';
import type { Frame } from './frame.js';

const SPELLINGS: Readonly<Record<string, Kind>> = {
  'day-time duration': 'days and time duration',
  dayTimeDuration: 'days and time duration',
  'year-month duration': 'years and months duration',
  yearMonthDuration: 'years and months duration',
  dateTime: 'date and time',
  Null: 'null',
};

const KINDS: ReadonlySet<string> = new Set<Kind>([
  'number',
  'string',
  'boolean',
  'date',
  'time',
  'date and time',
  'days and time duration',
  'years and months duration',
  'list',
  'range',
  'function',
  'context',
]);

export function compileInstance({ of, type }: NodeOf<'instance'>, compile: Compile): Run {
  const run = compile(of);
  return (frame) => {
    frame.budget.operations();
    return isInstance(run(frame), type, frame);
  };
}

/** Null is of no type but `Null`. */
export function isInstance(value: Value, type: Type, frame: Frame): Value {
  if ('name' in type && type.name === 'Null') return kindOf(value) === 'null';
  if (kindOf(value) === 'null') return false;
  return conforms(value, type, frame);
}

/** Whether a value, or null, is of a type; null where the type is not known. */
export function conforms(value: Value, type: Type, frame: Frame): Value {
  frame.budget.operations();
  if (kindOf(value) === 'null') return true;
  if ('name' in type) return conformsToName(value, type.name, frame);
  if ('list' in type) {
    return kindOf(value) === 'list' && every(value as Value[], type.list, frame);
  }
  if ('range' in type) {
    return value instanceof FeelRange && every([value.start, value.end], type.range, frame);
  }
  if ('context' in type) {
    if (kindOf(value) !== 'context') return false;
    const context = value as Context;
    return Object.entries(type.context).every(
      ([name, each]) =>
        Object.hasOwn(context, name) && conforms(context[name], each, frame) === true,
    );
  }
  return value instanceof FeelFunction && value.parameters?.length === type.parameters.length;
}

const every = (values: Value[], type: Type, frame: Frame): boolean =>
  values.every((each) => conforms(each, type, frame) === true);

function conformsToName(value: Value, name: string, frame: Frame): Value {
  if (name === 'Any') return true;
  const kind = SPELLINGS[name] ?? name;
  if (KINDS.has(kind)) return kindOf(value) === kind;
  const own = frame.shared.isOfType?.(value, name);
  return own === undefined ? frame.none(`没有类型“${name}”`) : own;
}
