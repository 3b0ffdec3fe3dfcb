/** Words with places for facts: `{{item}}`. Pure. */
import type { Occasion } from '../occasions/index.js';

const PLACE = /\{\{\s*([^{}]*?)\s*\}\}/g;

/** Letters a text may have; longer ones go out as several messages. */
export const LONGEST_TEXT = 200;

/** What a fact holds is said as it is: places in it mean nothing. */
export const filled = (body: string, facts: Readonly<Record<string, string>>): string =>
  body.replace(PLACE, (_, name: string) => facts[name] ?? '');

/** Everything that is wrong with an occasion's words; empty when they can be published. */
export function wordFaults(body: string, { facts }: Pick<Occasion, 'facts'>): string[] {
  const faults: string[] = [];
  if (body.trim() === '') faults.push('请写明要说的话。');
  if (body.length > LONGEST_TEXT) faults.push(`最长 ${LONGEST_TEXT} 字，现为 ${body.length} 字。`);
  if (/[\r\n]/.test(body)) faults.push('短信只有一段，请去掉换行。');
  if (/https?:|www\.|:\/\//i.test(body)) faults.push('不能有网址：真的提醒不引人点开链接。');
  const named = [...body.matchAll(PLACE)].map(([, name]) => name!);
  for (const name of named.filter((each) => !Object.hasOwn(facts, each)))
    faults.push(`没有名为“${name}”的内容；可用：${Object.keys(facts).join('、')}。`);
  if (/\{\{|\}\}/.test(body.replace(PLACE, ''))) faults.push('花括号没有成对，应写成 {{item}}。');
  return faults;
}
