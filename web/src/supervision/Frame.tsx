/** The tabs of supervision, and the saved queries of the page one is on. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Dropdown, Input, Popover } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink, useLocation, useNavigate } from 'react-router';
import { api } from '../api/endpoints.js';
import type { SavedQuery } from '../api/model.js';
import { ErrorNotice } from '../shared/ui.js';
import { useScopeName } from './scope.js';
import { isSaved, PAGE_NAMES, PAGES, type PageName, type SavedPage } from './pages.js';
import '../workbench/workbench.css';
import './supervision.css';

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

/** Own queries of a page; opening one goes to it. */
function SavedQueries({ page }: { page: SavedPage }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { data } = useQuery({ queryKey: ['saved-queries'], queryFn: () => api.savedQueries() });
  const remove = useMutation({
    mutationFn: (id: string) => api.deleteSavedQuery(id),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['saved-queries'] }),
  });
  const mine = (data?.items ?? []).filter((query: SavedQuery) => query.page === page);
  return (
    <span className="row no-print">
      {mine.length > 0 && (
        <Dropdown
          trigger={['click']}
          menu={{
            items: mine.map((query) => ({
              key: query.id,
              label: (
                <span className="row between">
                  {query.name}
                  <Button
                    size="small"
                    type="text"
                    aria-label={t('supervision.delete-query', { name: query.name })}
                    onClick={(event) => {
                      event.stopPropagation();
                      remove.mutate(query.id);
                    }}
                  >
                    ×
                  </Button>
                </span>
              ),
              onClick: () => void navigate(PAGES[page].path + query.query),
            })),
          }}
        >
          <Button size="small" data-testid="saved-queries">
            {t('supervision.saved-queries', { count: mine.length })}
          </Button>
        </Dropdown>
      )}
      <SaveQuery page={page} />
    </span>
  );
}

interface FrameProps {
  page: PageName;
  /** Where it says more than the tab. */
  title?: string;
  /** Controls beside the title. */
  controls?: ReactNode;
  children: ReactNode;
}

export function Frame({ page, title, controls, children }: FrameProps) {
  const { t } = useTranslation();
  const scope = useScopeName();
  return (
    <div className="staff-page supervision">
      <nav className="tabs no-print" aria-label={t('nav.supervision')}>
        {PAGE_NAMES.map((tab) => (
          <NavLink key={tab} to={PAGES[tab].path} end>
            {t(`supervision.tab-${tab}`)}
          </NavLink>
        ))}
      </nav>
      <div className="row between">
        <h1>
          {title ?? t(`supervision.tab-${page}`)}{' '}
          <small className="muted" data-testid="supervised-scope">
            {scope}
          </small>
        </h1>
        <div className="row">
          {controls}
          {isSaved(page) && <SavedQueries page={page} />}
        </div>
      </div>
      {children}
    </div>
  );
}
