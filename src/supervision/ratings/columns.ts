/** The columns of exported ratings, as the page shows them. */
import type { RatingLevel } from '../../handling/index.js';
import { minute } from '../figures/export-columns.js';
import type { Column } from '../figures/spreadsheet.js';
import type { RatedCaseDto } from './rating-figures.dto.js';

const LEVEL_NAMES: Record<RatingLevel, string> = {
  'very-satisfied': '非常满意',
  satisfied: '满意',
  'basically-satisfied': '基本满意',
  dissatisfied: '不满意',
  'very-dissatisfied': '非常不满意',
};

export const RATING_COLUMNS: Column<RatedCaseDto>[] = [
  { title: '办件编号', value: ({ caseNumber }) => caseNumber },
  { title: '评价', value: ({ level }) => LEVEL_NAMES[level] },
  { title: '事项', value: ({ itemName }) => itemName },
  { title: '单位', value: ({ department }) => department },
  { title: '窗口', value: ({ window }) => window },
  { title: '评价人的话', value: ({ comment }) => comment },
  { title: '评价时间', value: ({ ratedAt }) => minute(ratedAt) },
  { title: '答复', value: ({ answer }) => answer },
  { title: '答复时间', value: ({ answeredAt }) => minute(answeredAt) },
  { title: '办到', value: ({ stage }) => stage },
  { title: '这一步的期限', value: ({ dueAt }) => minute(dueAt) },
];
