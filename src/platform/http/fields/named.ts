/** Fields that mean the same wherever they are asked for: numbers and codes of the city, pages, days. */
import { IsISO8601, IsString, Matches } from 'class-validator';
import { type About, checked, type Field, type Presence } from './field.js';
import { OpenObject, Pattern, PatternsByName, Text } from './asked.js';

type Options = About & Presence;

/** Largest whole number that a column of PostgreSQL's `integer` holds. */
export const MOST_INTEGER = 2_147_483_647;

/** 办件编号. */
export const CaseNumber = <const O extends Options>(options?: O) =>
  Text<O & { max: 64 }>({ ...(options ?? ({} as O)), max: 64 });

/** 基本编码 of an item (实施清单): twelve characters. */
const ITEM_CODE = /^[0-9A-Z]{12}$/;
export const ItemCode = <const O extends Options>(options?: O) => Pattern<O>(ITEM_CODE, options);

/** 行政区划代码 (GB/T 2260, with 统计用区划代码 down to the village): six to twelve digits. */
export const RegionCode = <const O extends Options>(options?: O) =>
  Pattern<O>(/^\d{6,12}$/, options);

/** A length of time by law: `20wd` working days, `90d` days. */
const PERIOD = /^\d{1,4}(wd|d)$/;
export const Period = <const O extends Options>(options?: O) => Pattern<O>(PERIOD, options);
export const Periods = <const O extends Options & { most: number }>(options: O) =>
  PatternsByName<O>(PERIOD, options);

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A day of the calendar: `2026-11-29`. */
export function ChineseDate<const O extends Options>(options?: O): Field<string, O> {
  const rules = [IsString(), Matches(DAY), IsISO8601({ strict: true })];
  return checked<string, O>(options ?? ({} as O), { type: String, format: 'date' }, ...rules);
}

/** Id of a post (岗位), as the desks list it. */
export const PostId = <const O extends Options>(options?: O) =>
  Text<O & { max: 200 }>({ ...(options ?? ({} as O)), max: 200 });

/** 材料 of a case: code of each → ids of its files. */
const FILES_BY_CODE = { type: 'array', items: { type: 'string', format: 'uuid' } } as const;
export const MaterialFiles = <const O extends Options>(options?: O) =>
  OpenObject<O & { of: typeof FILES_BY_CODE }>({ ...(options ?? ({} as O)), of: FILES_BY_CODE });

/** Where the next page begins: `next` of the page before. */
export const Cursor = () =>
  Text({ max: 400, optional: true, description: '上一页的 next' } as const);
