/** The columns of exported tables, as the page shows them. */
import type { HeatElement } from './heat.js';
import type { LeagueRow } from './league.js';
import type { Measures } from './measures.js';
import type { Column } from './spreadsheet.js';

type Named = Measures & { key: string; name: string };

const measure = <Row extends Measures>(
  title: string,
  key: keyof Measures,
  format?: 'percent' | 'decimal',
): Column<Row> => ({ title, value: (row) => row[key], ...(format && { format }) });

const CASE_MEASURES = <Row extends Measures>(): Column<Row>[] => [
  measure('办结件数', 'count'),
  measure('受理', 'accepted'),
  measure('准予', 'granted'),
  measure('不予许可', 'refused'),
  measure('不予受理', 'refusedAcceptance'),
  measure('法定按时率', 'statutoryRate', 'percent'),
  measure('承诺按时率', 'promisedRate', 'percent'),
  measure('平均法定工作日', 'statutoryDays', 'decimal'),
  measure('平均承诺工作日', 'promisedDays', 'decimal'),
  measure('平均实际工作日', 'actualDays', 'decimal'),
  measure('承诺压缩比', 'promisedCompression', 'percent'),
  measure('实际压缩比', 'actualCompression', 'percent'),
  measure('一次受理率', 'firstTimeRate', 'percent'),
  measure('补正次数', 'returned'),
  measure('线下办件补录', 'lateEntry'),
];

export const STATISTIC_COLUMNS: Column<Named>[] = [
  { title: '名称', value: ({ name, key }) => name || key },
  { title: '代码', value: ({ key }) => key },
  ...CASE_MEASURES<Named>(),
];

export const STEP_COLUMNS: Column<Named>[] = [
  { title: '名称', value: ({ name, key }) => name || key },
  measure('办理次数', 'count'),
  measure('平均小时', 'hours', 'decimal'),
  measure('环节按时率', 'stepRate', 'percent'),
];

export const LEAGUE_COLUMNS: Column<LeagueRow>[] = [
  { title: '名称', value: ({ name, key }) => name || key },
  { title: '名次', value: ({ rank }) => rank },
  { title: '得分', value: ({ score }) => score, format: 'decimal' },
  ...CASE_MEASURES<LeagueRow>(),
  { title: '预警', value: ({ warningCards }) => warningCards },
  { title: '黄牌', value: ({ yellowCards }) => yellowCards },
  { title: '红牌', value: ({ redCards }) => redCards },
];

export const HEAT_COLUMNS: Column<HeatElement>[] = [
  { title: '环节', value: ({ name, element }) => name || element },
  { title: '编号', value: ({ element }) => element },
  { title: '在办', value: ({ open }) => open },
  { title: '办理次数', value: ({ count }) => count },
  { title: '中位小时', value: ({ medianHours }) => medianHours, format: 'decimal' },
  { title: '九成内小时', value: ({ p90Hours }) => p90Hours, format: 'decimal' },
  { title: '超时', value: ({ late }) => late },
];
