/** Views of the inbox one has saved, each with how many tasks it has now. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Popover, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/endpoints.js';
import type { InboxQuery, InboxView } from '../api/model.js';

type Query = InboxQuery & { view: InboxView };

interface Props {
  query: Query;
  onQuery: (query: Query) => void;
}

const REFRESH_MS = 30_000;

export function SavedViews({ query, onQuery }: Props) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const [naming, setNaming] = useState(false);
  const views = useQuery({
    queryKey: ['tasks', 'views'],
    queryFn: api.inboxViews,
    refetchInterval: REFRESH_MS,
  });
  const refresh = () => queries.invalidateQueries({ queryKey: ['tasks', 'views'] });
  const save = useMutation({
    mutationFn: () => api.saveInboxView(name.trim(), query),
    onSuccess: () => {
      setName('');
      setNaming(false);
    },
    onSettled: refresh,
  });
  const remove = useMutation({ mutationFn: api.removeInboxView, onSettled: refresh });
  const filtered = Boolean(query.item ?? query.q ?? query.due ?? query.element);
  return (
    <span className="row saved-views">
      {(views.data ?? []).map((one) => (
        <Tag key={one.id} closable data-testid="saved-view" onClose={() => remove.mutate(one.id)}>
          <button
            type="button"
            className="button-link"
            onClick={() => onQuery({ ...one.query, view: one.query.view ?? 'pool' })}
          >
            {one.name} {one.count}
          </button>
        </Tag>
      ))}
      {filtered && (
        <Popover
          trigger="click"
          open={naming}
          onOpenChange={setNaming}
          content={
            <Input.Search
              autoFocus
              value={name}
              maxLength={30}
              placeholder={t('bench.view-name')}
              enterButton={t('bench.save-view')}
              loading={save.isPending}
              onChange={(event) => setName(event.target.value)}
              onSearch={() => name.trim() && save.mutate()}
            />
          }
        >
          <Button size="small" type="link" data-testid="save-view">
            {t('bench.save-view')}
          </Button>
        </Popover>
      )}
    </span>
  );
}
