/** Whether what was read from JSON has the shape of a script; what it names is found out in play. */
import { ScriptUnusable, type Script } from './script.js';

type Fits = (value: unknown) => boolean;

const isText: Fits = (value) => typeof value === 'string';
const isNumber: Fits = (value) => typeof value === 'number';
const isFlag: Fits = (value) => typeof value === 'boolean';
const isIndex: Fits = (value) => Number.isInteger(value) && (value as number) >= 0;
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf =
  (fits: Fits): Fits =>
  (value) =>
    Array.isArray(value) && value.every(fits);
const mapOf =
  (fits: Fits): Fits =>
  (value) =>
    isObject(value) && Object.values(value).every(fits);

/** What may stand where, by name; what is not named here is nobody's business. */
type Shape = Readonly<Record<string, Fits>>;

const SCRIPT: Shape = {
  process: isText,
  start: mapOf(isText),
  called: mapOf(isText),
  hold: listOf(isText),
  variables: isObject,
};

/** The verb of a step says what it does. */
const VERBS: Shape = {
  expect: isObject,
  complete: isText,
  fail: isText,
  escalate: isText,
  message: isText,
  signal: isText,
  set: isObject,
  advance: isText,
};

const STEP: Shape = {
  instance: isIndex,
  variables: isObject,
  outcome: isText,
  opinion: isText,
  form: isObject,
  error: isText,
  key: (value) => isText(value) || isNumber(value),
  code: isText,
};

const EXPECTATION: Shape = {
  tasks: listOf(isText),
  ended: isFlag,
  variables: isObject,
  counts: mapOf(isNumber),
  incidents: listOf((value) => isObject(value) && isText(value.element)),
};

/** What is null counts as not written. @throws ScriptUnusable saying what is not as it should be */
export function checkedScript(value: unknown): Script {
  if (!isObject(value)) throw new ScriptUnusable('脚本须是一个 JSON 对象。');
  const script = withoutNulls(value);
  fit(script, SCRIPT, '脚本');
  const { steps } = script;
  if (!Array.isArray(steps)) throw new ScriptUnusable('脚本没有步骤，请写明 steps（列表）。');
  const checked = steps.map((step, index) => checkedStep(step, `第 ${index} 步`));
  return { ...script, steps: checked } as unknown as Script;
}

function checkedStep(written: unknown, place: string): Record<string, unknown> {
  const step = isObject(written) ? withoutNulls(written) : {};
  const verb = Object.keys(VERBS).find((name) => Object.hasOwn(step, name));
  if (verb === undefined)
    throw new ScriptUnusable(
      `${place}不可识别：${JSON.stringify(written)}，应为 ${Object.keys(VERBS).join('、')} 之一。`,
    );
  fit(step, { ...STEP, [verb]: VERBS[verb] ?? isText }, place);
  if (isObject(step.expect)) fit(step.expect, EXPECTATION, `${place}的 expect `);
  return { ...step, ...(isNumber(step.key) && { key: String(step.key) }) };
}

const withoutNulls = (value: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(value).filter(([, one]) => one !== null));

function fit(value: Readonly<Record<string, unknown>>, shape: Shape, place: string): void {
  for (const [name, fits] of Object.entries(shape))
    if (value[name] !== undefined && !fits(value[name]))
      throw new ScriptUnusable(
        `${place}的 ${name} 不能是 ${JSON.stringify(value[name])}，请按脚本格式更正。`,
      );
}
