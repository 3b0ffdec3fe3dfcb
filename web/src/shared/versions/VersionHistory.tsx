/** Every version: who published it when and why; to look at, to compare, to begin from again, to end. */
import { useMutation } from '@tanstack/react-query';
import { App, Button, Modal, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/endpoints.js';
import { momentText } from '../time.js';
import { ErrorNotice } from '../ui.js';
import { Differences, type Picture } from './Differences.js';
import { isDraft } from './made-from.js';
import type { Definition, DrawnKind, VersionHead } from './useDefinition.js';

interface Props<Version extends VersionHead> {
  kind: DrawnKind<Version>;
  id: string;
  definition: Definition<Version>;
  picture?: Picture;
  open: boolean;
  onClose: () => void;
}

export default function VersionHistory<Version extends VersionHead>(props: Props<Version>) {
  const { kind, id, definition, picture, open, onClose } = props;
  const { t } = useTranslation();
  const { modal } = App.useApp();
  const act = useMutation({ mutationFn: (how: () => Promise<unknown>) => how() });
  const comparison = useMutation({
    mutationFn: async (versions: { before: number; after: number }) => ({
      ...versions,
      ...(await api.compareVersions(kind.code, id, versions)),
    }),
  });
  const { known, draft } = definition;
  const published = known.find(({ state }) => state === 'published');
  const ask = (title: string, content: string, how: () => Promise<unknown>) =>
    void modal.confirm({
      ...{ title, content },
      onOk: () => act.mutateAsync(how).then(onClose),
    });
  const restore = (one: Version) =>
    ask(
      t('versions.restore'),
      t(draft ? 'versions.restore-over' : 'versions.restore-sure', { version: one.version }),
      () => definition.restore(one),
    );
  const before = (one: Version) =>
    known.find(({ version, state }) => version < one.version && state !== 'draft');
  return (
    <>
      <Modal
        open={open}
        width="64rem"
        title={t('versions.history')}
        onCancel={onClose}
        footer={
          <>
            {kind.retire && published && (
              <Button
                danger
                data-testid="retire"
                onClick={() =>
                  ask(t('versions.retire'), t('versions.retire-sure'), () =>
                    definition.end(kind.retire!),
                  )
                }
              >
                {t('versions.retire')}
              </Button>
            )}
            {kind.remove && known.some((one) => !isDraft(one)) && (
              <Button
                danger
                data-testid="delete-definition"
                onClick={() =>
                  ask(t('versions.remove'), t('versions.remove-sure'), () =>
                    definition.end(kind.remove!),
                  )
                }
              >
                {t('versions.remove')}
              </Button>
            )}
          </>
        }
      >
        <ErrorNotice error={act.error ?? comparison.error} />
        <Table<Version>
          rowKey="version"
          size="small"
          dataSource={known}
          pagination={{ pageSize: 10, hideOnSinglePage: true }}
          scroll={{ x: 'max-content' }}
          columns={[
            {
              title: t('versions.version'),
              dataIndex: 'version',
              render: (version: number, { state }) =>
                `${t('versions.number', { version })} · ${t(`versions.state-${state}`)}`,
            },
            { title: t('versions.by'), dataIndex: 'createdBy' },
            { title: t('versions.at'), dataIndex: 'updatedAt', render: momentText },
            { title: t('versions.note'), dataIndex: 'note', width: '20rem' },
            ...(kind.remove
              ? [
                  {
                    title: t('designer.running'),
                    dataIndex: 'runningCases',
                    align: 'right' as const,
                  },
                ]
              : []),
            {
              title: t('action.column'),
              key: 'acts',
              render: (_cell: unknown, one) => (
                <div className="row">
                  {before(one) && (
                    <Button
                      size="small"
                      onClick={() =>
                        comparison.mutate({
                          before: before(one)!.version,
                          after: one.version,
                        })
                      }
                    >
                      {t('versions.compare')}
                    </Button>
                  )}
                  {!isDraft(one) && (
                    <Button size="small" onClick={() => restore(one)}>
                      {t('versions.restore')}
                    </Button>
                  )}
                </div>
              ),
            },
          ]}
        />
      </Modal>
      <Modal
        open={comparison.isSuccess}
        width={picture ? '72rem' : '48rem'}
        title={t('versions.compare')}
        footer={null}
        onCancel={() => comparison.reset()}
      >
        {comparison.data && <Differences compared={comparison.data} picture={picture} />}
      </Modal>
    </>
  );
}
