/** The letters an applicant signs: what is promised, and what follows when the promise is not kept. */
import type { ItemDefinition, PromiseWay } from '../../catalogue/index.js';
import { headingOf } from '../../papers/index.js';

export interface Letter {
  title: string;
  lines: string[];
}

/** `10wd` → 10 个工作日, `P30D` → 30 日. */
export function lengthText(length: string): string {
  const [, working, natural] = /^(?:(\d+)wd|P(\d+)D)$/.exec(length) ?? [];
  return working ? `${working} 个工作日` : `${natural ?? length} 日`;
}

/**
 * 容缺受理承诺书. What is missing is listed in it by name, once and completely.
 * @param missing names of the materials that will follow
 */
export function gapsLetter(
  item: Pick<ItemDefinition, 'name'>,
  within: string,
  missing: string[],
): Letter {
  return {
    title: '容缺受理承诺书',
    lines: [
      `本人（单位）自愿选择以容缺受理方式办理“${item.name}”，已经知悉下列内容并作出承诺：`,
      `一、容缺后补的材料：${missing.join('、')}。其他材料齐全、真实、有效。`,
      `二、自容缺受理之日起 ${lengthText(within)}内一次补齐上述材料。`,
      '三、逾期没有补齐的，按退件办结处理；需要继续办理的，重新提出申请。',
      '四、逾期没有补齐的，记入信用记录，六个月内不再适用容缺受理；可以提出异议，也可以申请信用修复。',
      '五、补齐并核对无误之前，不作出决定、不发放证照。',
    ],
  };
}

/** 告知承诺书 for one item or, in a one-stop matter, for each of those that ask for it. */
export function promiseLetter(promises: { name: string; way: PromiseWay }[]): Letter {
  const lines = promises.flatMap(({ name, way }) => [
    `${headingOf(name)}，行政机关告知：`,
    ...way.conditions.map((line, index) => `条件${index + 1}：${line}`),
    `核查：作出决定后 ${lengthText(way.check)}内进行核查。`,
    ...way.consequences.map((line, index) => `责任${index + 1}：${line}`),
  ]);
  return {
    title: '告知承诺书',
    lines: [
      ...lines,
      '申请人承诺：所填信息真实、准确；已经知悉并能够满足上述条件，愿意承担不实承诺的法律责任；以上承诺是本人（单位）真实的意思表示。',
    ],
  };
}
