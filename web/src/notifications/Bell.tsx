/** 提醒, in the header: how many are unread, and the way to them. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { api } from '../api/endpoints.js';
import './notifications.css';

const ASK_EVERY = 30_000;
/** The API counts no further. */
const MOST = 100;

/** What the cache calls the count: whatever is read asks for it anew. */
const UNREAD = ['notifications', 'unread'];

export function Bell() {
  const { t } = useTranslation();
  const { data } = useQuery({
    queryKey: UNREAD,
    queryFn: api.unreadNotifications,
    refetchInterval: ASK_EVERY,
  });
  const unread = data?.unread ?? 0;
  const shown = unread >= MOST ? '99+' : String(unread);
  return (
    <NavLink
      to="/notifications"
      className="header-button bell"
      data-testid="bell"
      aria-label={t('notification.bell', { count: unread })}
    >
      <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
        <path
          d="M12 3a6 6 0 0 0-6 6v4l-2 3.5h16L18 13V9a6 6 0 0 0-6-6Zm-2.2 15.5a2.3 2.3 0 0 0 4.4 0"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.7"
          strokeLinejoin="round"
        />
      </svg>
      {unread > 0 && (
        <span className="bell-count" aria-hidden="true">
          {shown}
        </span>
      )}
    </NavLink>
  );
}
