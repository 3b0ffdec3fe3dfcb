/** 机关代字: which letters a body's numbers begin with. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/endpoints.js';
import type { DocumentWord } from '../api/model.js';
import { Empty, ErrorNotice } from '../shared/ui.js';

export function Words() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [text, setText] = useState('');
  const query = useQuery({
    queryKey: ['document-words', text],
    queryFn: () => api.documentWords(text),
  });
  const change = useMutation({
    mutationFn: ({ organisation, word }: { organisation: string; word: string }) =>
      api.changeDocumentWord(organisation, word),
    onSettled: () => queries.invalidateQueries({ queryKey: ['document-words'] }),
  });
  return (
    <div className="stack">
      <Input.Search
        style={{ maxWidth: '24rem' }}
        aria-label={t('paper.search')}
        placeholder={t('paper.search')}
        onSearch={(value) => setText(value.trim())}
        allowClear
      />
      <ErrorNotice error={change.error ?? query.error} retry={() => void query.refetch()} />
      <Table<DocumentWord>
        rowKey="organisationId"
        size="small"
        loading={query.isPending}
        dataSource={query.data ?? []}
        pagination={{ pageSize: 20, hideOnSinglePage: true }}
        locale={{ emptyText: <Empty title={t('paper.no-words')} /> }}
        columns={[
          { title: t('paper.organisation'), dataIndex: 'organisation' },
          {
            title: t('paper.word'),
            key: 'word',
            render: (_: unknown, { organisationId, word }) => (
              <Form<{ word: string }>
                key={word}
                layout="inline"
                initialValues={{ word: word ?? '' }}
                onFinish={(values) =>
                  change.mutate({ organisation: organisationId, word: values.word.trim() })
                }
              >
                <Form.Item name="word">
                  <Input style={{ width: '9rem' }} aria-label={t('paper.word')} maxLength={12} />
                </Form.Item>
                <Button htmlType="submit">{t('paper.change')}</Button>
              </Form>
            ),
          },
        ]}
      />
    </div>
  );
}
