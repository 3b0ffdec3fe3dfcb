/** Frame of the public portal. */
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Outlet, ScrollRestoration } from 'react-router';
import { HELP_TELEPHONE, useElder } from '../elder.js';
import { Loading } from '../ui.js';
import { ActingBar } from './ActingBar.js';
import { DemoNotice } from './DemoNotice.js';
import { Header } from './Header.js';
import { PendingBar } from './PendingBar.js';
import { StoresNotice } from './StoresNotice.js';
import { useArrival } from './useArrival.js';

export function PublicShell() {
  const { t } = useTranslation();
  useArrival();
  const elder = useElder();
  return (
    <>
      <Header />
      <ActingBar />
      <DemoNotice />
      <StoresNotice />
      <main id="main" tabIndex={-1} className="public">
        <Suspense fallback={<Loading />}>
          <Outlet />
        </Suspense>
      </main>
      <footer className="footer">
        <p>{t('brand.footer')}</p>
        <p>
          <Link to="/verify">{t('verify.title')}</Link>
        </p>
        <p>{t('brand.demonstration')}</p>
      </footer>
      {elder && (
        <aside aria-label={t('elder.help-name')}>
          <a className="elder-help" href={`tel:${HELP_TELEPHONE}`} data-testid="elder-help">
            {t('elder.help', { telephone: HELP_TELEPHONE })}
          </a>
        </aside>
      )}
      <PendingBar />
      <ScrollRestoration />
    </>
  );
}
