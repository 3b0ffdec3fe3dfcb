/** Warns an admin, wherever they are, that cases need a year the calendar has no data for. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api } from '../api/endpoints.js';
import { useSession } from '../shared/session.js';
import { Notice } from '../shared/ui.js';

export function MissingCalendar() {
  const { t } = useTranslation();
  const { post } = useSession();
  const isAdmin = post?.role === 'admin';
  const missing = useQuery({
    queryKey: ['calendar', 'missing'],
    queryFn: api.missingYears,
    enabled: isAdmin,
    staleTime: 300_000,
  });
  if (!isAdmin || !missing.data || missing.data.years.length === 0) return null;
  const { years, pendingCases } = missing.data;
  return (
    <Notice
      tone="warning"
      title={t('calendar.missing', { years: years.join('、') })}
      testId="missing-calendar"
    >
      <p>
        {pendingCases > 0
          ? t('calendar.missing-why', { count: pendingCases })
          : t('calendar.missing-soon')}{' '}
        <Link to={`/calendar/${years[0]}`}>{t('calendar.enter')}</Link>
      </p>
    </Notice>
  );
}
