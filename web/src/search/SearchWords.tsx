/** What people call things, and what they looked for in vain. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/endpoints.js';
import { momentText } from '../shared/time.js';
import { Empty, ErrorNotice } from '../shared/ui.js';
import '../workbench/workbench.css';

const meansIn = (text: string): string[] =>
  text.split(/[,，、]/).flatMap((one) => (one.trim() ? [one.trim()] : []));

export default function SearchWords() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [word, setWord] = useState('');
  const [means, setMeans] = useState('');
  const query = useQuery({ queryKey: ['search-words'], queryFn: api.searchWords });
  const again = () => queries.invalidateQueries({ queryKey: ['search-words'] });
  const set = useMutation({
    mutationFn: () => api.setSearchWord({ word: word.trim(), means: meansIn(means) }),
    onSuccess: async () => {
      setWord('');
      setMeans('');
      await again();
    },
  });
  const remove = useMutation({ mutationFn: api.removeSearchWord, onSuccess: again });
  const empty = { emptyText: <Empty title={t('search-words.none')} /> };
  return (
    <div className="staff-page">
      <h1>{t('search-words.title')}</h1>
      <p className="muted">{t('search-words.why')}</p>
      <ErrorNotice error={query.error ?? set.error ?? remove.error} />
      <form
        className="row"
        onSubmit={(event) => {
          event.preventDefault();
          set.mutate();
        }}
      >
        <Input
          aria-label={t('search-words.word')}
          placeholder={t('search-words.word')}
          value={word}
          maxLength={30}
          onChange={({ target }) => setWord(target.value)}
        />
        <Input
          aria-label={t('search-words.means')}
          placeholder={t('search-words.means')}
          value={means}
          maxLength={500}
          onChange={({ target }) => setMeans(target.value)}
        />
        <Button
          type="primary"
          htmlType="submit"
          loading={set.isPending}
          disabled={word.trim().length < 2 || meansIn(means).length === 0}
        >
          {t('search-words.set')}
        </Button>
      </form>
      <Table
        rowKey="word"
        size="small"
        loading={query.isPending}
        dataSource={query.data?.words ?? []}
        locale={empty}
        columns={[
          { title: t('search-words.word'), dataIndex: 'word' },
          {
            title: t('search-words.means'),
            dataIndex: 'means',
            render: (all: string[]) => all.join('、'),
          },
          {
            title: t('search-words.changed'),
            dataIndex: 'changedAt',
            render: (at: string, { changedBy }) => `${changedBy} ${momentText(at)}`,
          },
          {
            title: t('action.column'),
            dataIndex: 'word',
            key: 'remove',
            render: (one: string) => (
              <Button size="small" onClick={() => remove.mutate(one)}>
                {t('search-words.remove')}
              </Button>
            ),
          },
        ]}
      />
      <h2>{t('search-words.misses')}</h2>
      <Table
        rowKey="text"
        size="small"
        dataSource={query.data?.misses ?? []}
        locale={empty}
        columns={[
          { title: t('search-words.misses'), dataIndex: 'text' },
          { title: t('search-words.times'), dataIndex: 'times' },
          { title: t('search-words.last'), dataIndex: 'lastAt', render: momentText },
          {
            title: t('action.column'),
            dataIndex: 'text',
            key: 'explain',
            render: (one: string) => (
              <Button size="small" onClick={() => setWord(one.slice(0, 30))}>
                {t('search-words.explain')}
              </Button>
            ),
          },
        ]}
      />
    </div>
  );
}
