/**
 * Functions that Camunda 8 adds to FEEL (names: npm `@camunda/feel-builtins` 1.4.1 and `cycle`), which
 * DMN does not know: each with what to write instead.
 */
const ADDED: Readonly<Record<string, string>> = {
  'is defined': '请改写为 x != null',
  'get or else': '请改写为 if x = null then y else x',
  'is empty': '请改写为 count(x) = 0',
  'is blank': '请改写为 matches(x, "^\\s*$")',
  trim: '请改写为 replace(x, "^\\s+|\\s+$", "")',
  'duplicate values': '请改用 distinct values 等 DMN 函数',
  'last day of month': '请改用 date(…) 与 duration(…) 计算',
  cycle: '请直接写 R3/PT1H 形式的循环',
  partition: '请改用 sublist(…)',
  extract: '请改用 matches(…) 或 replace(…)',
  assert: '请用网关的条件检查',
  uuid: '流程中不能取随机值，请由适配器给出',
  'random number': '流程中不能取随机值，请由适配器给出',
  'to base64': '请由适配器转换',
  'from base64': '请由适配器转换',
  fromAi: '请由适配器给出',
};

const TEXT_OR_COMMENT = /"(?:[^"\\]|\\.)*"|\/\/[^\n]*|\/\*[^]*?\*\//g;
const CALLS = Object.keys(ADDED).map((name): [RegExp, string] => [
  new RegExp(`(?<![\\p{L}\\p{N}_.])${name.replace(/ /g, '\\s{1,9}')}\\s{0,9}\\(`, 'u'),
  name,
]);

/**
 * The first such function that an expression calls, and what to write instead.
 * @param own names that the file itself defines
 */
export function addedFunction(
  feel: string,
  own: readonly string[] = [],
): { name: string; advice: string } | undefined {
  const code = feel.replace(TEXT_OR_COMMENT, (found) => (found.startsWith('"') ? '""' : ' '));
  const calls = CALLS.filter(([, name]) => !own.includes(name));
  const name = calls.find(([pattern]) => pattern.test(code))?.[1];
  return name === undefined ? undefined : { name, advice: ADDED[name] ?? '' };
}
