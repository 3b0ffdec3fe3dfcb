/** FEEL's own functions: what they take, and how calls are matched to it (DMN 1.5, 10.3.4). */
import type { Arguments } from '../evaluate/arguments.js';
import type { Frame } from '../evaluate/frame.js';
import { KIND_NAMES, kindOf, type Kind, type Value } from '../values/kinds.js';

export interface Builtin {
  name: string;
  /** Several ways to call it; the first one that fits is taken. */
  forms: Form[];
}

export interface Form {
  parameters: Parameter[];
  /** The last parameter takes all the rest, as a list. */
  variadic: boolean;
  run: (frame: Frame, ...values: never[]) => Value;
}

export interface Parameter {
  name: string;
  /** Empty = any value, null too. */
  kinds: Kind[];
  optional: boolean;
  nullable: boolean;
}

/**
 * @param signature parameters by name and kind, such as `string: string, [length: number]`:
 *   `|` between kinds, `any` for all, `?` after them where null will do, brackets where it may be
 *   left out, `...` before one that takes all the rest
 * @param run gets the values in order; of what is left out `undefined`
 */
export function builtin(
  name: string,
  signature: string,
  run: (frame: Frame, ...values: never[]) => Value,
): Builtin {
  const parts = signature === '' ? [] : signature.split(/,\s*/);
  const variadic = parts.at(-1)?.startsWith('...') ?? false;
  return { name, forms: [{ parameters: parts.map(readParameter), variadic, run }] };
}

function readParameter(written: string): Parameter {
  const [, , name = '', kinds = '', nullable] =
    /^(\[|\.\.\.)?([^:]+): ([^?\]]+)(\?)?\]?$/.exec(written) ?? [];
  const any = kinds === 'any';
  return {
    name,
    kinds: any ? [] : (kinds.split('|') as Kind[]),
    optional: written.startsWith('['),
    nullable: any || nullable !== undefined,
  };
}

/** How many values its forms take by place: from, to. */
export const acceptedCounts = ({ forms }: Builtin): [number, number][] => forms.map(countsOf);

function countsOf({ parameters, variadic }: Form): [number, number] {
  const least = parameters.filter(({ optional }) => !optional).length;
  return variadic ? [least - 1, Infinity] : [least, parameters.length];
}

/** Whether a value of a kind fits in this place of any form that takes so many values. */
export const acceptsAt = ({ forms }: Builtin, count: number, place: number, kind: Kind): boolean =>
  forms.some((form) => {
    const [least, most] = countsOf(form);
    if (count < least || count > most) return false;
    const { parameters, variadic } = form;
    if (variadic && place >= parameters.length - 1) return true;
    const { kinds } = parameters[place]!;
    // a list of one stands for its element, a single value for a list of it
    return kinds.length === 0 || kind === 'list' || kinds.includes('list') || kinds.includes(kind);
  });

export function callBuiltin({ name, forms }: Builtin, given: Arguments, frame: Frame): Value {
  frame.budget.operations();
  let why = '';
  for (const form of forms) {
    const values = bind(form, given);
    if (typeof values !== 'string') return form.run(frame, ...(values as never[]));
    why ||= values;
  }
  return frame.none(`函数 ${name}：${why}`);
}

/** The values in the order of the parameters, or why they do not fit. */
function bind({ parameters, variadic }: Form, { values, names }: Arguments): Value[] | string {
  const placed = names
    ? placeByName(parameters, values, names)
    : placeInOrder(parameters, values, variadic);
  if (typeof placed === 'string') return placed;
  const bound: Value[] = [];
  for (const [at, parameter] of parameters.entries()) {
    const value = placed[at];
    if (value === undefined && (parameter.optional || (names && parameter.kinds.length === 0))) {
      bound.push(parameter.optional ? undefined : null);
      continue;
    }
    const fitting = fit(value ?? null, parameter);
    if (fitting === undefined) return misfit(value, parameter);
    bound.push(fitting);
  }
  return bound;
}

function placeByName(
  parameters: Parameter[],
  values: readonly Value[],
  names: readonly string[],
): Value[] | string {
  const strange = names.find((name) => !parameters.some((parameter) => parameter.name === name));
  if (strange !== undefined) return `没有参数“${strange}”`;
  return parameters.map(({ name }) => values[names.indexOf(name)]);
}

function placeInOrder(
  parameters: Parameter[],
  values: readonly Value[],
  variadic: boolean,
): Value[] | string {
  const needed = parameters.filter(({ optional }) => !optional).length;
  const least = variadic ? needed - 1 : needed;
  const tooMany = !variadic && values.length > parameters.length;
  if (values.length < least || tooMany) {
    return `有 ${parameters.length} 个参数，给了 ${values.length} 个`;
  }
  if (!variadic) return [...values];
  const before = parameters.length - 1;
  return [...values.slice(0, before), values.slice(before)];
}

/**
 * The value as the parameter takes it: a list of one stands for its element, a single value for a
 * list of it (DMN 1.5, 10.3.2.9.4). Undefined where it cannot be.
 */
function fit(value: Value, { kinds, nullable }: Parameter): Value {
  const kind = kindOf(value);
  if (kind === 'null') return nullable ? null : undefined;
  if (kinds.length === 0 || kinds.includes(kind)) return value;
  if (kinds.includes('list')) return [value];
  if (kind !== 'list' || (value as Value[]).length !== 1) return undefined;
  const [single] = value as [Value];
  return kinds.includes(kindOf(single)) ? single : undefined;
}

const misfit = (value: Value, { name, kinds }: Parameter): string =>
  `参数“${name}”应为${kinds.map((kind) => KIND_NAMES[kind]).join('或')}，实际是${KIND_NAMES[kindOf(value)]}`;
