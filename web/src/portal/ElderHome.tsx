/** The front page of 长辈版: a few large entries, each one thing; the rest is found by searching. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api } from '../api/endpoints.js';
import { useEnglish } from '../shared/english.js';
import { useSession } from '../shared/session.js';
import { ErrorNotice, Loading } from '../shared/ui.js';

/** What people come for most, as the catalogue puts it first. */
const SHOWN = 3;

export default function ElderHome() {
  const { t } = useTranslation();
  const say = useEnglish();
  const { session } = useSession();
  const items = useQuery({ queryKey: ['items', ''], queryFn: () => api.items('') });
  const own = [
    { to: '/cases', key: 'nav.cases' },
    ...(session?.actingFor ? [] : [{ to: '/licences', key: 'nav.licences' }]),
    { to: '/authorisations', key: 'elder.helped' },
  ];
  return (
    <>
      <section aria-labelledby="elder-often">
        <h2 id="elder-often" className="section-title">
          {t('elder.often')}
        </h2>
        <ErrorNotice error={items.error} retry={() => void items.refetch()} />
        {items.isPending && <Loading lines={3} />}
        <ul className="elder-entries" data-testid="elder-items">
          {items.data?.items.slice(0, SHOWN).map((item) => (
            <li key={item.code}>
              <Link className="elder-entry" to={`/items/${item.code}`}>
                {say(item.name)}
              </Link>
            </li>
          ))}
        </ul>
      </section>
      {session && (
        <section aria-labelledby="elder-own">
          <h2 id="elder-own" className="section-title">
            {t('elder.own')}
          </h2>
          <ul className="elder-entries">
            {own.map(({ to, key }) => (
              <li key={to}>
                <Link className="elder-entry" to={to}>
                  {t(key)}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
