/** What a draft or a version changes in the one before, part by part. */
import { Table } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Difference } from '../../api/model.js';
import { Empty } from '../ui.js';

/** Two versions and what is not the same in them. */
export interface Compared {
  /** Null = there was none. */
  before: number | null;
  after: number;
  total: number;
  differences: Difference[];
}

/** How a kind that is drawn shows the two beside each other, with the chosen place in the middle. */
export type Picture = (compared: Compared, chosen: string | null) => ReactNode;

interface Props {
  compared: Compared;
  picture?: Picture;
  /** What is done with a place that is chosen, where it is not shown in a picture. */
  onPlace?: (place: string) => void;
}

export function Differences({ compared, picture, onPlace }: Props) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<string | null>(null);
  const { before, total, differences } = compared;
  const shown = differences.map((difference, row) => ({ ...difference, row }));
  const nameOf = ({ name, place }: Difference) => (name === place ? name : `${name}（${place}）`);
  return (
    <>
      <p className="muted">
        {before === null ? t('versions.first') : t('versions.since', { version: before, total })}
      </p>
      {before !== null && total > 0 && picture?.(compared, chosen)}
      <Table<Difference & { row: number }>
        rowKey="row"
        size="small"
        dataSource={shown}
        pagination={{ pageSize: 10, hideOnSinglePage: true }}
        scroll={{ x: 'max-content' }}
        locale={{ emptyText: <Empty title={t('versions.same')} /> }}
        columns={[
          {
            title: t('versions.change'),
            dataIndex: 'change',
            render: (change: string) => t(`versions.${change}`),
          },
          {
            title: t('versions.what'),
            dataIndex: 'name',
            render: (_name: string, difference) =>
              picture || onPlace ? (
                <button
                  type="button"
                  className="button-link"
                  onClick={() => (onPlace ?? setChosen)(difference.place)}
                >
                  {nameOf(difference)}
                </button>
              ) : (
                nameOf(difference)
              ),
          },
          {
            title: t('versions.property-column'),
            dataIndex: 'property',
            render: (property: string | null) => property && <PropertyName property={property} />,
          },
          { title: t('versions.before'), dataIndex: 'before' },
          { title: t('versions.after'), dataIndex: 'after' },
        ]}
      />
    </>
  );
}

/** Properties that are written in diagrams have names; the rest are told by what the file calls them. */
function PropertyName({ property }: { property: string }) {
  const { t } = useTranslation();
  return t(`versions.property.${property.replaceAll('.', '-')}`, { defaultValue: property });
}
