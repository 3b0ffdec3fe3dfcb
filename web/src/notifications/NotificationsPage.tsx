/** 我的提醒: the newest first; opening one reads it and leads to what it tells of. */
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api } from '../api/endpoints.js';
import type { Notification } from '../api/model.js';
import { momentText } from '../shared/time.js';
import { Empty, ErrorNotice, Loading } from '../shared/ui.js';
import { linkOf } from './linkOf.js';
import './notifications.css';
import '../shared/locales/audit.js';

function One({ one, onOpen }: { one: Notification; onOpen: (id: string) => void }) {
  const { t } = useTranslation();
  const unread = one.readAt === null;
  return (
    <Link
      to={linkOf(one)}
      className={`notification ${unread ? 'notification-unread' : ''}`}
      data-testid="notification"
      data-occasion={one.occasion}
      data-unread={unread}
      onClick={() => unread && onOpen(one.id)}
    >
      <span className="notification-head">
        <strong>
          {one.title}
          {unread && <span className="visually-hidden">{t('notification.unread')}</span>}
        </strong>
        <span className="small muted">{momentText(one.at)}</span>
      </span>
      <p>{one.text}</p>
    </Link>
  );
}

export default function NotificationsPage() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [unread, setUnread] = useState(false);
  const list = useInfiniteQuery({
    queryKey: ['notifications', 'list', unread],
    queryFn: ({ pageParam }) => api.notifications(unread, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });
  const again = () => queries.invalidateQueries({ queryKey: ['notifications'] });
  const read = useMutation({ mutationFn: api.readNotification, onSettled: again });
  const readAll = useMutation({ mutationFn: api.readNotifications, onSettled: again });
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className="page page-narrow">
      <div className="page-head">
        <h1>{t('notification.title')}</h1>
        <div className="row">
          <label className="row">
            <input
              type="checkbox"
              checked={unread}
              onChange={({ target }) => setUnread(target.checked)}
            />
            {t('notification.only-unread')}
          </label>
          <button
            type="button"
            className="button button-quiet button-small"
            data-testid="read-all"
            disabled={readAll.isPending}
            onClick={() => readAll.mutate()}
          >
            {t('notification.read-all')}
          </button>
        </div>
      </div>
      <ErrorNotice error={list.error ?? readAll.error} retry={() => void list.refetch()} />
      {list.isPending && <Loading lines={4} />}
      {list.data && items.length === 0 && <Empty title={t('notification.none')} />}
      <div className="stack">
        {items.map((one) => (
          <One key={one.id} one={one} onOpen={read.mutate} />
        ))}
      </div>
      {list.hasNextPage && (
        <div className="actions">
          <button
            type="button"
            className="button button-quiet"
            disabled={list.isFetchingNextPage}
            onClick={() => void list.fetchNextPage()}
          >
            {t('audit.more')}
          </button>
        </div>
      )}
    </div>
  );
}
