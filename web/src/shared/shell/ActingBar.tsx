/** For whom one acts, on every page: oneself, or who authorised one; chosen here. */
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useSession } from '../session.js';
import { dateText } from '../time.js';
import { ErrorNotice } from '../ui.js';
import './shell.css';

export function ActingBar() {
  const { t } = useTranslation();
  const { session, actFor } = useSession();
  const navigate = useNavigate();
  const choose = useMutation({
    mutationFn: (authorisation: string | null) => actFor(authorisation),
    onSuccess: () => navigate('/'),
  });
  if (!session || session.principals.length === 0) return null;
  const { principals, actingFor } = session;
  return (
    <aside
      className="acting"
      data-acting={actingFor !== null}
      aria-label={t('authorisation.whom')}
      data-testid="acting"
    >
      <div className="acting-inner">
        <label htmlFor="acting-for">{t('authorisation.whom')}</label>
        <select
          id="acting-for"
          className="form-control"
          disabled={choose.isPending}
          value={actingFor?.authorisation ?? ''}
          onChange={({ target }) => choose.mutate(target.value || null)}
        >
          <option value="">{t('authorisation.myself', { name: session.person.name })}</option>
          {principals.map(({ authorisation, person, items, to }) => (
            <option key={authorisation} value={authorisation}>
              {t(items ? 'authorisation.choice-some' : 'authorisation.choice', {
                ...{ name: person.name, day: dateText(to), count: items?.length ?? 0 },
              })}
            </option>
          ))}
        </select>
        {actingFor && <strong>{t('authorisation.acting', { name: actingFor.person.name })}</strong>}
        <ErrorNotice error={choose.error} />
      </div>
    </aside>
  );
}
