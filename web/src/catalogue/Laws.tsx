/** Legal bases (设定依据): what each article says from when on, and which items a change touches. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Form, Input, Modal, Select, Table, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api } from '../api/endpoints.js';
import type { ArticleRow, NewArticle, TouchedItem } from '../api/model.js';
import { useSession } from '../shared/session.js';
import { Empty, ErrorNotice } from '../shared/ui.js';
import '../workbench/workbench.css';
import { useItemSchema } from './useItemSchema.js';

const KEEPERS = ['admin', 'catalogue-keeper'];

export default function Laws() {
  const { t } = useTranslation();
  const { post } = useSession();
  const [q, setQ] = useState('');
  const [noting, setNoting] = useState<Partial<NewArticle> | null>(null);
  const query = useQuery({ queryKey: ['articles', q], queryFn: () => api.articles(q) });
  const mayNote = KEEPERS.includes(post?.role ?? '');
  return (
    <div className="staff-page">
      <div className="row between">
        <div>
          <Link to="/catalogue">{t('catalogue.title')}</Link>
          <h1>{t('law-article.title')}</h1>
        </div>
        {mayNote && (
          <Button type="primary" onClick={() => setNoting({})}>
            {t('law-article.note')}
          </Button>
        )}
      </div>
      <Input.Search
        allowClear
        style={{ width: '20rem' }}
        aria-label={t('law-article.law')}
        placeholder={t('law-article.law')}
        maxLength={100}
        onSearch={setQ}
      />
      <ErrorNotice error={query.error} retry={() => void query.refetch()} />
      <Table<ArticleRow>
        rowKey={({ law, article }) => law + article}
        size="small"
        loading={query.isPending}
        dataSource={query.data?.items ?? []}
        locale={{ emptyText: <Empty title={t('law-article.none')} /> }}
        expandable={{
          columnTitle: <span className="visually-hidden">{t('action.expand')}</span>,
          expandedRowRender: (row) => <Touched row={row} />,
        }}
        columns={[
          { title: t('law-article.law'), dataIndex: 'law' },
          { title: t('law-article.article'), dataIndex: 'article' },
          {
            title: t('law-article.state'),
            render: (_, { repealed, validFrom, changesOn }) => (
              <>
                {repealed && <Tag color="red">{t('law-article.repealed')}</Tag>}
                {validFrom && t('catalogue.since', { day: validFrom })}{' '}
                {changesOn && (
                  <Tag color="blue">{t('law-article.changes', { day: changesOn })}</Tag>
                )}
              </>
            ),
          },
          { title: t('law-article.items'), dataIndex: 'items', align: 'right' },
          {
            title: t('law-article.differing'),
            dataIndex: 'differing',
            align: 'right',
            render: (count: number) => (count > 0 ? <Tag color="orange">{count}</Tag> : 0),
          },
          {
            title: t('action.column'),
            render: (_, { law, article }) =>
              mayNote && (
                <Button size="small" onClick={() => setNoting({ law, article })}>
                  {t('law-article.note')}
                </Button>
              ),
          },
        ]}
      />
      {noting && <Note given={noting} onClose={() => setNoting(null)} />}
    </div>
  );
}

/** What an article said from when on, and the items that rest on it. */
function Touched({ row: { law, article } }: { row: ArticleRow }) {
  const { t } = useTranslation();
  const query = useQuery({
    queryKey: ['articles', 'one', law, article],
    queryFn: () => api.article(law, article),
  });
  return (
    <div className="stack">
      <ErrorNotice error={query.error} />
      <ul className="plain-list">
        {query.data?.versions.map(({ validFrom, text, source, notedBy }) => (
          <li key={validFrom}>
            <strong>{t('catalogue.since', { day: validFrom })}</strong>{' '}
            {text ?? t('law-article.repealed')}{' '}
            <span className="muted small">
              {source} · {notedBy}
            </span>
          </li>
        ))}
      </ul>
      <Table<TouchedItem>
        rowKey="code"
        size="small"
        dataSource={query.data?.items ?? []}
        pagination={{ pageSize: 20, hideOnSinglePage: true }}
        columns={[
          {
            title: t('catalogue.name'),
            dataIndex: 'name',
            render: (name: string, { code }) => <Link to={`/catalogue/${code}`}>{name}</Link>,
          },
          { title: t('law-article.quotes'), dataIndex: 'quotes' },
          {
            title: t('law-article.agrees'),
            dataIndex: 'agrees',
            render: (agrees: boolean) =>
              agrees ? t('form.yes') : <Tag color="orange">{t('law-article.look-again')}</Tag>,
          },
        ]}
      />
    </div>
  );
}

type Filled = NewArticle & { repealed?: boolean };

function Note({ given, onClose }: { given: Partial<NewArticle>; onClose: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const choices = useItemSchema();
  const [form] = Form.useForm<Filled>();
  const repealed = Form.useWatch('repealed', form);
  const note = useMutation({
    mutationFn: async () => {
      const { repealed: gone, ...filled } = await form.validateFields();
      return api.noteArticle({
        ...filled,
        article: filled.article ?? '',
        text: gone ? null : filled.text,
      });
    },
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['articles'] });
      onClose();
    },
  });
  const required = [{ required: true }];
  return (
    <Modal
      open
      title={t('law-article.note')}
      okButtonProps={{ loading: note.isPending }}
      onOk={() => note.mutate()}
      onCancel={onClose}
    >
      <Form form={form} layout="vertical" requiredMark={false} initialValues={given}>
        <Form.Item name="law" label={t('law-article.law')} rules={required}>
          <Input maxLength={500} />
        </Form.Item>
        <Form.Item name="article" label={t('law-article.article')}>
          <Input maxLength={500} />
        </Form.Item>
        <Form.Item name="rank" label={t('law-article.rank')} rules={required}>
          <Select options={choices.at('/legalBasis/rank')} />
        </Form.Item>
        <Form.Item name="repealed" valuePropName="checked">
          <Checkbox>{t('law-article.repealed')}</Checkbox>
        </Form.Item>
        {!repealed && (
          <Form.Item name="text" label={t('law-article.text')} rules={required}>
            <Input.TextArea rows={4} maxLength={5000} />
          </Form.Item>
        )}
        <Form.Item name="validFrom" label={t('catalogue.since-when')} rules={required}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="source" label={t('law-article.source')} rules={required}>
          <Input maxLength={200} />
        </Form.Item>
      </Form>
      <ErrorNotice error={note.error instanceof Error ? note.error : null} />
    </Modal>
  );
}
