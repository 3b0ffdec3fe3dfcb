/** Values held to the types of the model; what JSON carries as text becomes a date where one is asked for. */
import { kindOf, readAs, type Kind } from '../../feel/index.js';
import type { DecisionModel, ItemType, TypeName } from '../model.js';
import { fail, passes, type Place } from './place.js';

const KIND_NAMES: Record<Kind, string> = {
  null: '空值',
  number: '数字',
  string: '文本',
  boolean: '是否值',
  date: '日期',
  time: '时间',
  'date and time': '日期时间',
  'days and time duration': '时长',
  'years and months duration': '年月时长',
  list: '列表',
  range: '区间',
  function: '函数',
  context: '上下文',
};

/**
 * The value as one of this type. Null is of every type; a list of one stands for its element and
 * the other way round, as FEEL converts them.
 * @throws DecisionError `type-mismatch` or `value-not-allowed`
 */
export function typed(value: unknown, type: TypeName | undefined, place: Place): unknown {
  return type === undefined ? value : conform(value, { base: type }, place, false);
}

/** The same of what came from outside: JSON often leaves out what is null. */
export function given(value: unknown, type: TypeName | undefined, place: Place): unknown {
  return type === undefined ? value : conform(value, { base: type }, place, true);
}

/** Of a function its values' type; of anything else the type itself. */
export function resultType(
  type: TypeName | undefined,
  { types }: DecisionModel,
): TypeName | undefined {
  const own = type === undefined ? undefined : types[type];
  return own?.result ?? type;
}

/** Whether a value is of this type as it is, without any conversion; allowed values do not count. */
export function isInstance(value: unknown, type: ItemType, place: Place): boolean {
  if (value === null || value === undefined) return true;
  if (type.collection) {
    const { collection, ...element } = type;
    return Array.isArray(value) && value.every((each) => isInstance(each, element, place));
  }
  if (type.components) {
    return kindOf(value) === 'context' && hasComponents(value as Context, type.components, place);
  }
  const own = type.base === undefined ? undefined : place.model.types[type.base];
  if (own) return isInstance(value, own, place);
  return type.base === undefined || kindOf(value) === type.base;
}

type Context = Readonly<Record<string, unknown>>;

const hasComponents = (
  value: Context,
  components: Record<string, ItemType>,
  place: Place,
): boolean =>
  Object.entries(components).every(
    ([name, each]) => Object.hasOwn(value, name) && isInstance(value[name], each, place),
  );

function conform(value: unknown, type: ItemType, place: Place, lenient: boolean): unknown {
  const own = type.base === undefined ? undefined : place.model.types[type.base];
  if (value === null || value === undefined) return null;
  if (type.collection) {
    const items = Array.isArray(value) ? value : [value];
    place.budget.pay('decided', items.length);
    const { collection, ...element } = type;
    return items.map((item) => conform(item, element, place, lenient));
  }
  const result = own
    ? conform(value, own, place, lenient)
    : type.components
      ? conformContext(value, type.components, place, lenient)
      : conformKind(value, type.base as Kind | undefined, place);
  if (type.allowed) requireAllowed(result, type.allowed, place);
  return result;
}

function conformContext(
  value: unknown,
  components: Record<string, ItemType>,
  place: Place,
  lenient: boolean,
): unknown {
  const single = alone(value);
  if (kindOf(single) !== 'context') return mismatch(value, 'context', place);
  const context = single as Record<string, unknown>;
  const missing = Object.keys(components).find((name) => !Object.hasOwn(context, name));
  if (missing !== undefined && !lenient) {
    return fail(place, 'type-mismatch', `缺少“${missing}”。请补上，或更正类型。`);
  }
  const held = Object.entries(components).map(([name, type]) => [
    name,
    conform(context[name], type, { ...place, called: `${place.called}的“${name}”` }, lenient),
  ]);
  return { ...context, ...Object.fromEntries(held) };
}

function conformKind(value: unknown, kind: Kind | undefined, place: Place): unknown {
  if (kind === undefined || kindOf(value) === kind) return value;
  if (kind === 'list') return [value];
  const single = alone(value);
  if (kindOf(single) === kind) return single;
  const read = typeof single === 'string' ? readAs(kind, single) : undefined;
  return read === undefined ? mismatch(value, kind, place) : read;
}

const alone = (value: unknown): unknown =>
  Array.isArray(value) && value.length === 1 ? (value[0] as unknown) : value;

function mismatch(value: unknown, kind: Kind, place: Place): never {
  return fail(
    place,
    'type-mismatch',
    `应为${KIND_NAMES[kind]}，实际是${KIND_NAMES[kindOf(value)]}。请改正取值，或更正类型。`,
  );
}

/** @throws DecisionError `value-not-allowed` */
export function requireAllowed(value: unknown, allowed: readonly string[], place: Place): void {
  for (const each of Array.isArray(value) ? (value as unknown[]) : [value]) {
    if (each === null || rank(each, allowed, place) < allowed.length) continue;
    const shown = typeof each === 'string' || typeof each === 'number' ? `“${each}”` : '';
    fail(
      place,
      'value-not-allowed',
      `的取值${shown}不在允许的范围（${allowed.join('、')}）内。请改正取值，或补充允许的值。`,
    );
  }
}

/** Position among the allowed values; their number for none of them. */
export function rank(value: unknown, allowed: readonly string[], place: Place): number {
  const found = allowed.findIndex((test) => {
    return passes(test, value, {}, place);
  });
  return found < 0 ? allowed.length : found;
}
