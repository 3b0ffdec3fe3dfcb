/** 好差评: counts and shares by department, item and window, and the bad ones one by one. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Segmented, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../api/endpoints.js';
import type { RatedRow, RatingFiguresQuery } from '../api/model.js';
import { Empty, ErrorNotice } from '../shared/ui.js';
import { Download } from './Download.js';
import { periodIn, placeIn, useParamsState } from './filter.js';
import { FoundBy, foundByIn } from './FoundBy.js';
import { Frame } from './Frame.js';
import { nameOf, percent } from './names.js';
import { Period } from './Period.js';
import { Print } from './Print.js';
import { RatedCases } from './RatedCases.js';

type Group = NonNullable<RatingFiguresQuery['group']>;
type Level = keyof RatedRow['levels'];
const GROUPS: Group[] = ['department', 'item', 'window'];
const LEVELS: Level[] = [
  'very-satisfied',
  'satisfied',
  'basically-satisfied',
  'dissatisfied',
  'very-dissatisfied',
];
const OF_BAD = ['answered', 'late', 'discontent'] as const;

export default function Ratings() {
  const { t } = useTranslation();
  const [params, change] = useParamsState();
  const group = (params.get('group') ?? 'department') as Group;
  const place = placeIn(params);
  const asked = { ...place, ...periodIn(params), group };
  const bad = { ...place, ...foundByIn(params), bad: true };
  const query = useQuery({
    queryKey: ['rating-figures', asked],
    queryFn: () => api.ratingFigures(asked),
    placeholderData: keepPreviousData,
  });
  const figures = [
    { key: 'count', title: t('rating.count'), text: (row: RatedRow) => String(row.count) },
    ...LEVELS.map((level) => ({
      key: level,
      title: t(`rating.level-${level}`),
      text: ({ levels, count }: RatedRow) =>
        `${levels[level]}（${percent(count > 0 ? levels[level] / count : null)}）`,
    })),
    {
      key: 'bad',
      title: t('rating.bad'),
      text: ({ bad, badShare }: RatedRow) => `${bad}（${percent(badShare)}）`,
    },
    ...OF_BAD.map((figure) => ({
      key: figure,
      title: t(`rating.${figure}`),
      text: (row: RatedRow) => String(row[figure]),
    })),
  ];
  const nameOfRow = ({ key, name }: RatedRow) =>
    group === 'window' && key === '' ? t('supervision.no-window') : nameOf(t, group, key, name);
  const controls = (
    <>
      <Period />
      <Segmented
        size="small"
        value={group}
        onChange={(value) => change({ group: value })}
        options={GROUPS.map((value) => ({ value, label: t(`supervision.group-${value}`) }))}
      />
    </>
  );
  return (
    <Frame page="ratings" controls={controls}>
      <ErrorNotice error={query.error} retry={() => void query.refetch()} />
      <Table<RatedRow>
        rowKey="key"
        size="small"
        className="dense"
        loading={query.isPending}
        dataSource={query.data?.rows ?? []}
        scroll={{ x: 'max-content' }}
        pagination={{ pageSize: 50, hideOnSinglePage: true }}
        locale={{ emptyText: <Empty title={t('rating.none')} /> }}
        data-testid="rating-figures"
        columns={[
          {
            title: t(`supervision.group-${group}`),
            key: 'name',
            fixed: 'left',
            render: (_, row) => nameOfRow(row),
          },
          ...figures.map(({ key, title, text }) => ({
            ...{ key, title, align: 'right' as const },
            render: (_: unknown, row: RatedRow) => <span className="number">{text(row)}</span>,
          })),
        ]}
        summary={() =>
          query.data && query.data.rows.length > 0 ? (
            <Table.Summary.Row>
              <Table.Summary.Cell index={0}>{t('supervision.total')}</Table.Summary.Cell>
              {figures.map(({ key, text }, index) => (
                <Table.Summary.Cell key={key} index={index + 1} align="right">
                  {text(query.data.total)}
                </Table.Summary.Cell>
              ))}
            </Table.Summary.Row>
          ) : null
        }
      />
      <p className="small muted">{t('rating.note')}</p>
      <div className="row between">
        <h2>{t('rating.bad')}</h2>
        <div className="row">
          <FoundBy />
          <Download of="ratings" query={bad} />
          <Print />
        </div>
      </div>
      <RatedCases query={bad} />
    </Frame>
  );
}
