/** Frame of the staff's pages; the antd theme starts here, so the portal never loads it. */
import { App, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet } from 'react-router';
import { MissingCalendar } from '../../calendar/MissingCalendar.js';
import { Palette } from '../../day/Palette.js';
import { giveStylesTheNonce, pageNonce } from '../styleNonce.js';
import { Loading } from '../ui.js';
import { DemoNotice } from './DemoNotice.js';
import { StoresNotice } from './StoresNotice.js';
import { Header } from './Header.js';
import { PendingBar } from './PendingBar.js';
import { useArrival } from './useArrival.js';

giveStylesTheNonce();

const theme = {
  cssVar: {},
  token: {
    // Who has asked for less movement gets none.
    motion: !window.matchMedia('(prefers-reduced-motion: reduce)').matches,
    colorPrimary: '#1251b5',
    colorInfo: '#1251b5',
    colorLink: '#1251b5',
    // Words in these colours are read against their own pale ground: 4.5 to 1 (WCAG 2.2, 1.4.3).
    colorError: '#c4281c',
    green: '#2a7310',
    gold: '#8a5a00',
    orange: '#a34a00',
    red: '#c4281c',
    colorWarning: '#a34a00',
    colorSuccess: '#2a7310',
    colorTextDisabled: '#667389',
    colorTextDescription: '#556176',
    colorText: '#1b2432',
    colorTextSecondary: '#556176',
    colorTextPlaceholder: '#667389',
    borderRadius: 6,
    fontSize: 14,
    fontFamily: 'inherit',
  },
};

export default function StaffShell() {
  const { i18n } = useTranslation();
  useArrival();
  const locale = i18n.language === 'en' ? enUS : zhCN;
  const nonce = pageNonce();
  return (
    <ConfigProvider locale={locale} theme={theme} csp={nonce ? { nonce } : {}}>
      <App>
        <Header />
        <DemoNotice />
        <StoresNotice />
        <main id="main" tabIndex={-1} className="staff">
          <MissingCalendar />
          <Suspense fallback={<Loading />}>
            <Outlet />
          </Suspense>
        </main>
        <Palette />
        <PendingBar />
      </App>
    </ConfigProvider>
  );
}
