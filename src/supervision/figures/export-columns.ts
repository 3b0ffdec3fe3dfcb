/** The columns of exported tables, as the page shows them. */
import type { LimitName, ListedCase } from './case-list.js';
import type { HeatElement } from './heat.js';
import type { LeagueRow } from './league.js';
import { COLOUR_NAMES } from '../colours.js';
import type { Measures } from './measures.js';
import type { Column } from './spreadsheet.js';

const LIMIT_NAMES: Record<LimitName, string> = {
  statutory: '法定时限',
  promised: '承诺时限',
  acceptance: '受理期限',
  delivery: '送达期限',
  hearing: '听证期限',
  review: '初步审查期限',
  step: '环节时限',
};
const DAY = 86_400_000;
/** In the city's own time; a limit by the last minute it still runs. */
export const minute = (at: Date | null): string | null =>
  at &&
  new Intl.DateTimeFormat('sv-SE', {
    ...{ timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' },
  }).format(at);
const lastMinute = (due: Date | null) => minute(due && new Date(due.getTime() - 1));

export const CASE_COLUMNS: Column<ListedCase>[] = [
  { title: '办件编号', value: ({ number }) => number },
  {
    title: '超期天数',
    value: ({ limitDue }) => limitDue && Math.ceil((Date.now() - limitDue.getTime()) / DAY),
  },
  { title: '按哪个期限', value: ({ limit }) => limit && LIMIT_NAMES[limit] },
  { title: '期限到', value: ({ limitDue }) => lastMinute(limitDue) },
  { title: '事项', value: ({ itemName }) => itemName },
  { title: '申请人', value: ({ applicantName }) => applicantName },
  { title: '状态', value: ({ stateName }) => stateName },
  { title: '异常', value: ({ incident }) => (incident ? '有' : null) },
  { title: '牌', value: ({ cards }) => cards.map((one) => COLOUR_NAMES[one]).join('、') },
  { title: '主办部门', value: ({ department }) => department },
  { title: '当前环节', value: ({ step }) => step },
  { title: '环节所在部门', value: ({ stepDepartment }) => stepDepartment },
  { title: '经办人', value: ({ handler }) => handler },
  { title: '申报时间', value: ({ submittedAt }) => minute(submittedAt) },
  { title: '法定期限', value: ({ statutoryDue }) => lastMinute(statutoryDue) },
  { title: '承诺期限', value: ({ promisedDue }) => lastMinute(promisedDue) },
  { title: '停办起', value: ({ pausedAt }) => minute(pausedAt) },
  { title: '退补次数', value: ({ returned }) => returned },
  { title: '所在地', value: ({ regionName }) => regionName },
];

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

const APART = { few: '办结太少', nothing: '没有可以考核的' };

export const LEAGUE_COLUMNS: Column<LeagueRow>[] = [
  { title: '名称', value: ({ name, key }) => name || key },
  { title: '名次', value: ({ rank }) => rank },
  { title: '不参加排名', value: ({ apart }) => apart && APART[apart] },
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
