/** All definitions of a kind: which version is in use, which draft waits; begun new or from a file. */
import { useQuery } from '@tanstack/react-query';
import { App, Button, Form, Input, Modal, Table, type TableColumnType, Tag, Upload } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { momentText } from '../time.js';
import { Empty, ErrorNotice, Notice } from '../ui.js';
import { xmlOf } from '../xmlFile.js';
import type { Imported } from './useDefinition.js';

export interface DefinitionHead {
  id: string;
  name: string;
  /** Null = never published. */
  publishedVersion: number | null;
  publishedAt: string | null;
  hasDraft: boolean;
  /** It was published once, and is no more. */
  retired?: boolean;
  runningCases?: number;
}

/** What the list page of a kind has of its own. */
export interface ListedKind<Row extends DefinitionHead> {
  /** Where its texts stand in the locales, and its editor's address. */
  texts: string;
  path: string;
  /** Title of the page. */
  title: string;
  /** Name of its query. */
  list: string;
  rows(): Promise<{ items: Row[] }>;
  /** The smallest one to begin with. */
  blank(id: string, name: string): string;
  /** Ends of the files it is read from. */
  files: string;
  /** What a file holds; null = nothing of the kind. */
  read(xml: string): Promise<{ id: string; name: string; xml: string } | null>;
  /** Key of the text that says so. */
  nothingRead: string;
}

interface Props<Row extends DefinitionHead> {
  kind: ListedKind<Row>;
  /** Pages that belong to it. */
  links?: ReactNode;
  /** Columns before and after those that all kinds have. */
  before?: TableColumnType<Row>[];
  after?: TableColumnType<Row>[];
}

const ID = /^[a-z][a-z0-9-]*$/;

export function DefinitionList<Row extends DefinitionHead>(props: Props<Row>) {
  const { kind, links, before = [], after = [] } = props;
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [creating, setCreating] = useState(false);
  const [refused, setRefused] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const query = useQuery({ queryKey: [kind.list], queryFn: () => kind.rows() });
  const { modal } = App.useApp();
  const rows = query.data?.items ?? [];
  /** A file is never taken for a new version of what is there without a word. */
  const meant = (row: Row): Promise<boolean> =>
    new Promise((answer) => {
      void modal.confirm({
        title: t('versions.import-taken', { id: row.id, name: row.name }),
        content: t(row.hasDraft ? 'versions.import-over-draft' : 'versions.import-over', {
          version: row.publishedVersion ?? '—',
          count: row.runningCases ?? 0,
        }),
        okText: t('versions.import-as-draft'),
        onOk: () => answer(true),
        onCancel: () => answer(false),
      });
    });
  const edit = (id: string, state: Imported) => navigate(`${kind.path}/${id}`, { state });
  const importFile = async (file: File) => {
    const found = await kind.read(await xmlOf(file));
    setProblem(null);
    setRefused(!found);
    const row = found && (await kind.rows()).items.find(({ id }) => id === found.id);
    if (row && !(await meant(row))) return;
    if (found) await edit(found.id, { xml: found.xml, name: found.name, at: Date.now() });
  };
  return (
    <div className="staff-page">
      <div className="row between">
        <h1>{t(kind.title)}</h1>
        <div className="row">
          <Upload
            accept={kind.files}
            showUploadList={false}
            beforeUpload={(file) => {
              importFile(file).catch(setProblem);
              return false;
            }}
          >
            <Button>{t(`${kind.texts}.import`)}</Button>
          </Upload>
          {links}
          <Button type="primary" onClick={() => setCreating(true)}>
            {t(`${kind.texts}.new`)}
          </Button>
        </div>
      </div>
      {refused && <Notice tone="danger">{t(kind.nothingRead)}</Notice>}
      <ErrorNotice error={problem} />
      <ErrorNotice error={query.error} retry={() => void query.refetch()} />
      <Table<Row>
        rowKey="id"
        size="small"
        loading={query.isPending}
        dataSource={rows}
        pagination={false}
        locale={{ emptyText: <Empty title={t(`${kind.texts}.none`)} /> }}
        columns={[
          {
            title: t(`${kind.texts}.name`),
            dataIndex: 'name',
            render: (name: string, row) => <Link to={`${kind.path}/${row.id}`}>{name}</Link>,
          },
          { title: t(`${kind.texts}.id`), dataIndex: 'id' },
          ...before,
          {
            title: t('versions.version'),
            dataIndex: 'publishedVersion',
            render: (version: number | null, row) => (
              <>
                {version === null ? '—' : t('versions.number', { version })}{' '}
                {row.retired && <Tag>{t('versions.state-retired')}</Tag>}
                {row.hasDraft && <Tag color="gold">{t('versions.has-draft')}</Tag>}
              </>
            ),
          },
          { title: t('versions.published-at'), dataIndex: 'publishedAt', render: momentText },
          ...after,
        ]}
      />
      <NewDefinition
        open={creating}
        texts={kind.texts}
        taken={rows.map(({ id }) => id)}
        onClose={() => setCreating(false)}
        onBegin={(id, name) => edit(id, { xml: kind.blank(id, name), name, at: Date.now() })}
      />
    </div>
  );
}

interface NewProps {
  open: boolean;
  texts: string;
  /** Ids that there are: nothing new is begun over them. */
  taken: readonly string[];
  onClose: () => void;
  onBegin: (id: string, name: string) => void | Promise<void>;
}

function NewDefinition({ open, texts, taken, onClose, onBegin }: NewProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ id: string; name: string }>();
  const hint = t(`${texts}.id-hint`);
  const begin = async () => {
    const { id, name } = await form.validateFields();
    await onBegin(id, name);
  };
  return (
    <Modal
      open={open}
      title={t(`${texts}.new`)}
      okText={t(`${texts}.begin`)}
      onCancel={onClose}
      onOk={() => void begin().catch(() => undefined)}
    >
      <Form form={form} layout="vertical" requiredMark={false}>
        <Form.Item name="name" label={t(`${texts}.name`)} rules={[{ required: true }]}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item
          name="id"
          label={t(`${texts}.id`)}
          extra={hint}
          rules={[
            { required: true, pattern: ID, message: hint },
            {
              validator: (_, id: string) =>
                taken.includes(id)
                  ? Promise.reject(new Error(t('versions.id-taken')))
                  : Promise.resolve(),
            },
          ]}
        >
          <Input maxLength={64} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
