/**
 * The types of service items (GB/T 39046 A.1). A further one is an entry here; the compiler asks what it
 * means, `item-types.test.ts` what the pages call it.
 */
import { PENALTY_RULES, PERMIT_RULES } from '../clock/index.js';
import type { ItemType, PaperWords, Retention } from './item-type.js';

export {
  RETENTION_PERIODS,
  type ItemType,
  type PaperWords,
  type Retention,
  type RetentionPeriod,
} from './item-type.js';

/** 永久, and terms of thirty and ten years; which type has which is 待核实 with the city's archive. */
const BY_ORDER_8 = '机关文件材料归档范围和文书档案保管期限规定（国家档案局令第8号）';
const LONG: Retention = { period: '30年', source: BY_ORDER_8 };
const SHORT: Retention = { period: '10年', source: BY_ORDER_8 };

/** What the law says of no type in particular. */
const ORDINARY = {
  power: true,
  grantedBy: 'decision',
  twoInspectors: null,
  retention: SHORT,
  needsQuestions: false,
} satisfies Partial<ItemType>;

/** Words of papers that decide on an application: 予以行政确认, 不予行政确认. */
const applied = (letter: string, name: string, grants = `予以${name}`): PaperWords => ({
  ...{ letter, begins: 'application', grantTitle: `${grants}决定书`, grants },
  ...{ complete: '材料齐全、符合规定形式', meets: '符合法定条件、标准' },
  fails: '不符合法定条件、标准',
  ...{ refusalTitle: `不予${name}决定书`, refuses: `不予${name}` },
});

/** Words of papers about what the body takes up itself: 给予行政处罚, 不予行政处罚. */
const takenUp = (letter: string, name: string, grants = `予以${name}`): PaperWords => ({
  ...applied(letter, name, grants),
  ...{ begins: 'filing', grantTitle: `${name}决定书`, complete: '符合立案条件' },
  // What it finds are the facts themselves.
  ...{ meets: '认定的事实和理由如下', fails: `依法不予${name}` },
});

/** In the standard's order. */
export const ITEM_TYPES: readonly ItemType[] = [
  {
    ...ORDINARY,
    ...{ code: '01', name: '行政许可' },
    papers: applied('许', '行政许可', '准予行政许可'),
    clock: {
      rules: PERMIT_RULES,
      source: '行政许可法第三十二条、第四十二条至第四十五条、第四十七条、第五十条',
    },
    twoInspectors: '行政许可法第三十四条',
    retention: LONG,
    needsQuestions: true,
  },
  {
    ...ORDINARY,
    ...{ code: '02', name: '行政处罚' },
    papers: takenUp('罚', '行政处罚', '给予行政处罚'),
    clock: { rules: PENALTY_RULES, source: '行政处罚法第六十条、第六十一条、第八十五条' },
    twoInspectors: '行政处罚法第四十二条',
  },
  {
    ...ORDINARY,
    ...{ code: '03', name: '行政强制' },
    papers: takenUp('强', '行政强制', '实施行政强制'),
    twoInspectors: '行政强制法第十八条',
  },
  {
    ...ORDINARY,
    ...{ code: '04', name: '行政征收' },
    papers: takenUp('征', '行政征收'),
    retention: LONG,
  },
  {
    ...ORDINARY,
    ...{ code: '05', name: '行政给付' },
    papers: applied('给', '行政给付'),
    grantedBy: 'benefit-notice',
    retention: LONG,
  },
  {
    ...ORDINARY,
    ...{ code: '06', name: '行政检查' },
    papers: {
      ...takenUp('检', '行政检查'),
      ...{ grantTitle: '行政检查合格告知书', grants: '认定检查合格', fails: '检查不合格' },
      ...{ refusalTitle: '行政检查不合格告知书', refuses: '认定检查不合格' },
    },
    twoInspectors: '行政处罚法第四十二条',
  },
  {
    ...ORDINARY,
    ...{ code: '07', name: '行政确认' },
    papers: applied('确', '行政确认'),
    retention: LONG,
  },
  { ...ORDINARY, ...{ code: '08', name: '行政奖励' }, papers: applied('奖', '行政奖励') },
  {
    ...ORDINARY,
    ...{ code: '09', name: '行政裁决' },
    papers: { ...applied('裁', '行政裁决', '作出行政裁决'), grantTitle: '行政裁决书' },
    retention: LONG,
  },
  {
    ...ORDINARY,
    ...{ code: '10', name: '其他行政权力' },
    papers: applied('权', '办理', '准予办理'),
  },
  {
    ...ORDINARY,
    ...{ code: '20', name: '公共服务' },
    papers: {
      ...applied('服', '办理', '准予办理'),
      ...{ grantTitle: '办理告知书', refusalTitle: '不予办理告知书' },
    },
    power: false,
    grantedBy: null,
  },
];

const byCode = new Map(ITEM_TYPES.map((type) => [type.code, type]));

/** Undefined for a code that is not known yet: the catalogue's list stays open. */
export const itemType = (code: string): ItemType | undefined => byCode.get(code);

/** By whose law a case runs: as it was frozen with it, else its type's; empty = none. */
export const lawOfClock = (frozen: string | null, type: string | null): string =>
  frozen ?? itemType(type ?? '')?.clock?.rules.law ?? '';

/** Words of a type's papers; of one that is not known yet those of other powers. */
export const paperWords = (code: string): PaperWords =>
  itemType(code)?.papers ?? applied('权', '办理', '准予办理');

/** Chinese name of an item type; the code itself for one that is not known yet. */
export const itemTypeName = (code: string): string => itemType(code)?.name ?? code;

/** 保管期限 of a case: its item's own, else its type's; of a type that is not known yet the short one. */
export const retentionOf = (type: string, own: Retention | null): Retention =>
  own ?? itemType(type)?.retention ?? SHORT;

/** Codes of the types for which it holds. */
export const typesWith = (holds: (type: ItemType) => boolean): string[] =>
  ITEM_TYPES.filter(holds).map(({ code }) => code);
