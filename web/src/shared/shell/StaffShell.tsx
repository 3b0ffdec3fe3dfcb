/** Frame of the staff's pages; the antd theme starts here, so the portal never loads it. */
import { App, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet } from 'react-router';
import { Loading } from '../ui.js';
import { Header } from './Header.js';
import { PendingBar } from './PendingBar.js';

/** The server puts a fresh nonce into the page for antd's style elements. */
function nonce(): string | undefined {
  return document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content;
}

const theme = {
  cssVar: {},
  token: {
    colorPrimary: '#1251b5',
    colorInfo: '#1251b5',
    colorLink: '#1251b5',
    colorText: '#1b2432',
    colorTextSecondary: '#556176',
    borderRadius: 6,
    fontSize: 14,
    fontFamily: 'inherit',
  },
};

export default function StaffShell() {
  const { i18n } = useTranslation();
  const locale = i18n.language === 'en' ? enUS : zhCN;
  const value = nonce();
  return (
    <ConfigProvider locale={locale} theme={theme} csp={value ? { nonce: value } : {}}>
      <App>
        <Header />
        <main id="main" tabIndex={-1} className="staff">
          <Suspense fallback={<Loading />}>
            <Outlet />
          </Suspense>
        </main>
        <PendingBar />
      </App>
    </ConfigProvider>
  );
}
