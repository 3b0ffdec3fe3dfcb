/** 申请材料: named, of their parts, and never what sharing yields. */
import { HELD_NAMES } from '../held-names.js';
import type { Material } from '../definition/index.js';
import { repeated, rule, where, type ItemRule } from './rule.js';

/** A catch-all lets a window ask for anything. */
const VAGUE = /其他|其它|相关(材料|资料|证明|文件)|有关(材料|资料|证明|文件)|等材料/;

/** Ends of the names of what the platform fetches itself, whosever it is: 经营者身份证. */
const FETCHED = /(营业执照|身份证|户口簿|不动产权证书?|社会保障卡)(复印件|原件)?(（.*）)?$/;

export const MATERIAL_RULES: readonly ItemRule[] = [
  rule('vague-material', ({ materials }) =>
    materials.flatMap(({ name }, i) =>
      where(
        VAGUE.test(name),
        `/materials/${i}/name`,
        `材料“${name}”含糊，请写明具体材料名称。`,
        `“${name}” names no material in particular.`,
      ),
    ),
  ),
  rule('material-code-repeated', ({ materials }) =>
    repeated(materials.map(({ code }) => code)).map((code) => ({
      ...{
        at: '/materials',
        zh: `材料编码 ${code} 重复。`,
        en: `Two materials are called ${code}.`,
      },
    })),
  ),
  rule('material-of-no-part', ({ materials, children = [] }) =>
    materials.flatMap(({ child, name }, i) =>
      where(
        child !== undefined && !children.some(({ key }) => key === child),
        `/materials/${i}/child`,
        `材料“${name}”所属的子事项 ${child} 不存在。`,
        `“${name}” belongs to the part ${child}, which is not there.`,
      ),
    ),
  ),
  // What the government issued itself is fetched, not asked for.
  rule('issued-by-government', ({ materials }) =>
    materials.flatMap(({ source, heldAs, name, need }, i) =>
      where(
        source === 'government' && need === 'required' && !heldAs,
        `/materials/${i}/heldAs`,
        `材料“${name}”由政府核发，请填写从哪项证照或数据取得。`,
        `“${name}” is issued by the government: say where it is fetched.`,
      ),
    ),
  ),
  rule('shared-data-asked-for', ({ materials }) =>
    materials.flatMap((material, i) =>
      where(
        isFetched(material),
        `/materials/${i}/heldAs`,
        `材料“${material.name}”能够通过数据共享取得，不得要求申请人提供；请选择它从哪里取得。`,
        `“${material.name}” is had by sharing and may not be asked for.`,
      ),
    ),
  ),
  rule('shared-data-unknown', ({ materials }) =>
    materials.flatMap(({ name, heldAs }, i) =>
      where(
        heldAs !== undefined && !(heldAs in HELD_NAMES),
        `/materials/${i}/heldAs`,
        `材料“${name}”说从“${heldAs}”取得，但没有这样的证照或共享数据。`,
        `“${name}” is had from ${heldAs}, which nobody shares.`,
      ),
    ),
  ),
  rule(
    'application-without-blank',
    ({ materials, internal }) =>
      materials.flatMap(({ kind, name, need, blank, filled }, i) =>
        where(
          !internal && kind === 'application' && need === 'required' && !(blank && filled),
          `/materials/${i}/blank`,
          `材料“${name}”是申请文书，请提供空白表格和示范文本。`,
          `“${name}” is a form to fill in: give a blank one and a filled sample.`,
        ),
      ),
    'warning',
  ),
];

const isFetched = ({ name, heldAs, need }: Material): boolean =>
  heldAs === undefined && need !== 'optional' && FETCHED.test(name);
