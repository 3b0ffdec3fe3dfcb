/** Saved queries of the page one is on: one's own, and those colleagues of one's body share. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Dropdown, Input, Popover } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import { api } from '../api/endpoints.js';
import type { SavedQuery } from '../api/model.js';
import { ErrorNotice } from '../shared/ui.js';
import { PAGES, type SavedPage } from './pages.js';

/** Loaded when somebody keeps what they saved. */
const OwnQueries = lazy(() => import('./OwnQueries.js'));

function SaveQuery({ page }: { page: SavedPage }) {
  const { t } = useTranslation();
  const { search } = useLocation();
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const [open, setOpen] = useState(false);
  const save = useMutation({
    mutationFn: () => api.saveQuery({ name: name.trim(), page, query: search }),
    onSuccess: async () => {
      setOpen(false);
      setName('');
      await queries.invalidateQueries({ queryKey: ['saved-queries'] });
    },
  });
  const form = (
    <div className="row">
      <Input
        autoFocus
        maxLength={40}
        aria-label={t('supervision.query-name')}
        placeholder={t('supervision.query-name')}
        value={name}
        onChange={(event) => setName(event.target.value)}
        onPressEnter={() => name.trim() && save.mutate()}
        style={{ width: '12rem' }}
      />
      <Button
        type="primary"
        disabled={!name.trim()}
        loading={save.isPending}
        onClick={() => save.mutate()}
        data-testid="save-query"
      >
        {t('action.save')}
      </Button>
      <ErrorNotice error={save.error} />
    </div>
  );
  return (
    <Popover trigger="click" open={open} onOpenChange={setOpen} content={form}>
      <Button size="small" data-testid="save-query-open">
        {t('supervision.save-query')}
      </Button>
    </Popover>
  );
}

/** Opening one goes to it; what was made by oneself is renamed, shared, sent and deleted from here. */
export function SavedQueries({ page }: { page: SavedPage }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [keeping, setKeeping] = useState(false);
  const { data } = useQuery({ queryKey: ['saved-queries'], queryFn: () => api.savedQueries() });
  const here = (data?.items ?? []).filter((query: SavedQuery) => query.page === page);
  const own = here.filter(({ mine }) => mine);
  const colleagues = here.filter(({ mine }) => !mine);
  const entry = ({ id, name, query, mine, shared, madeBy }: SavedQuery) => ({
    key: id,
    label: (
      <span className="row between">
        {name}
        {shared && <small className="muted">{mine ? t('supervision.query-shared') : madeBy}</small>}
      </span>
    ),
    onClick: () => void navigate(PAGES[page].path + query),
  });
  const items = [
    ...own.map(entry),
    ...(colleagues.length > 0
      ? [
          {
            type: 'group' as const,
            label: t('supervision.queries-of-colleagues'),
            children: colleagues.map(entry),
          },
        ]
      : []),
    ...(own.length > 0
      ? [
          { type: 'divider' as const },
          {
            key: 'keep',
            label: <span data-testid="own-queries-open">{t('supervision.own-queries')}</span>,
            onClick: () => setKeeping(true),
          },
        ]
      : []),
  ];
  return (
    <span className="row no-print">
      {here.length > 0 && (
        <Dropdown trigger={['click']} menu={{ items }}>
          <Button size="small" data-testid="saved-queries">
            {t('supervision.saved-queries', { count: here.length })}
          </Button>
        </Dropdown>
      )}
      <SaveQuery page={page} />
      {keeping && (
        <Suspense>
          <OwnQueries queries={own} onClose={() => setKeeping(false)} />
        </Suspense>
      )}
    </span>
  );
}
