/** Publishing, after a look at what it changes: the draft is kept, compared, confirmed. */
import { useMutation } from '@tanstack/react-query';
import { Button, Modal, Table } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/endpoints.js';
import type { Difference, Review } from '../../api/model.js';
import { Empty, ErrorNotice, Loading, Notice } from '../ui.js';

interface Props {
  /** Kind and definition, as the API's reviews call them. */
  kind: string;
  definition: string;
  /** Keeps what the editor shows; without it the draft is published as it was kept last. */
  keep?: () => Promise<unknown>;
  /** @param revision the draft as it was reviewed here */
  publish: (revision: string) => Promise<unknown>;
  disabled?: boolean;
  /** What is settled only at publication (a day, a document), and whether all of it is there. */
  terms?: ReactNode;
  ready?: boolean;
  testId?: string;
}

export function PublishButton(props: Props) {
  const { kind, definition, keep, publish, disabled, terms, ready = true, testId } = props;
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const review = useMutation({
    mutationFn: async () => {
      await keep?.();
      return api.reviewDefinition(kind, definition);
    },
  });
  const publication = useMutation({ mutationFn: publish, onSuccess: () => setOpen(false) });
  const second = review.data?.needsSecondPerson ?? false;
  const begin = () => {
    publication.reset();
    setOpen(true);
    review.mutate();
  };
  return (
    <>
      <Button type="primary" data-testid={testId ?? 'publish'} disabled={disabled} onClick={begin}>
        {t('versions.publish')}
      </Button>
      <Modal
        open={open}
        width="48rem"
        title={t('versions.review')}
        okText={t('versions.confirm')}
        okButtonProps={{
          'data-testid': 'publish-confirm',
          disabled: !review.data || !ready || second,
          loading: publication.isPending,
        }}
        onOk={() => review.data && publication.mutate(review.data.revision)}
        onCancel={() => setOpen(false)}
      >
        {review.isPending && <Loading />}
        <ErrorNotice error={review.error ?? publication.error} />
        {second && (
          <Notice tone="info" title={t('versions.second-person')} testId="second-person" />
        )}
        {review.data && <Differences review={review.data} />}
        {terms}
      </Modal>
    </>
  );
}

function Differences({ review: { since, total, differences } }: { review: Review }) {
  const { t } = useTranslation();
  const shown = differences.map((difference, row) => ({ ...difference, row }));
  return (
    <>
      <p className="muted">
        {since === null ? t('versions.first') : t('versions.since', { version: since, total })}
      </p>
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
            render: (name: string, { place }) => (name === place ? name : `${name}（${place}）`),
          },
          { title: t('versions.before'), dataIndex: 'before' },
          { title: t('versions.after'), dataIndex: 'after' },
        ]}
      />
    </>
  );
}
