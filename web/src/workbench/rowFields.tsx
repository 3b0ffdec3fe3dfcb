/** What a row of the inbox shows of a task: every field of it has its place here, or the reason why not. */
import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import type { TaskSummary } from '../api/model.js';
import { dueMoment, momentText } from '../shared/time.js';

/** The lines below the title, from above. */
export const LINES = ['matter', 'place', 'number'] as const;
type Line = (typeof LINES)[number];

interface Column {
  line: Line;
  show: (task: TaskSummary, t: TFunction) => ReactNode;
}
/** What one should know before opening it: `bench.badge-<name>`; null = nothing. */
interface Badge {
  badge: (task: TaskSummary) => string | null;
}
/** Why it stands on no line. */
interface Elsewhere {
  elsewhere: string;
}

/** The compiler asks here for each field that the API's row has; within a line they stand in this order. */
const FIELDS: Record<keyof TaskSummary, Column | Badge | Elsewhere> = {
  name: { elsewhere: 'the title' },
  light: { elsewhere: 'the title' },
  urgedTimes: { badge: ({ urgedTimes }) => (urgedTimes > 0 ? 'urged' : null) },
  delegator: { badge: ({ delegator }) => delegator && 'delegated' },
  waiting: { badge: ({ waiting }) => waiting },
  purpose: { badge: ({ purpose }) => purpose && 'side' },
  itemName: { line: 'matter', show: ({ itemName }) => itemName },
  applicantName: { line: 'matter', show: ({ applicantName }) => applicantName },
  caseNumber: {
    line: 'number',
    show: ({ caseNumber }) => <span className="number">{caseNumber}</span>,
  },
  regionName: { line: 'place', show: ({ regionName }) => regionName },
  dueAt: {
    line: 'place',
    show: ({ dueAt, openedAt }, t) => (
      <span className="number">
        {dueAt ? t('bench.due', { time: dueMoment(dueAt) }) : momentText(openedAt)}
      </span>
    ),
  },
  openedAt: { elsewhere: 'dueAt, where nothing is due' },
  id: { elsewhere: 'the row leads to it' },
  itemCode: { elsewhere: 'the filter by item' },
  bulk: { elsewhere: 'the bar of what is marked' },
  assignee: { elsewhere: 'the open task says in whose hands it is' },
  departmentId: { elsewhere: 'departmentName, for people' },
  departmentName: { elsewhere: 'the open task; in the inbox it is one’s own' },
  level: { elsewhere: 'departmentName, for people' },
  role: { elsewhere: 'the inbox holds what one’s role may do' },
  element: { elsewhere: 'name, for people' },
  act: { elsewhere: 'name, for people' },
  state: { elsewhere: 'the view' },
  urgedAt: { elsewhere: 'the notices of the open task' },
};

const columns = Object.entries(FIELDS).flatMap(([name, field]) =>
  'line' in field ? [{ name, ...field }] : [],
);
const badges = Object.values(FIELDS).flatMap((field) => ('badge' in field ? [field.badge] : []));

export const columnsOf = (line: Line) => columns.filter((column) => column.line === line);

export const badgesOf = (task: TaskSummary): string[] =>
  badges.flatMap((badge) => badge(task) ?? []);
