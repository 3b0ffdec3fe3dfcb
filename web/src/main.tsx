import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { RouterProvider } from 'react-router';
import { ApiError } from './api/client.js';
import { router } from './routes.js';
import { i18n, restoreLanguage } from './shared/i18n.js';
import { SessionProvider } from './shared/session.js';
import { Loading } from './shared/ui.js';
import './shared/styles/base.css';
import './shared/styles/elder.css';

restoreLanguage();

/** A refusal stays a refusal; only what may pass by itself is tried again. */
function worthRetrying(count: number, error: Error): boolean {
  return count < 2 && (!(error instanceof ApiError) || error.status === 0 || error.status >= 500);
}

const queries = new QueryClient({
  defaultOptions: { queries: { retry: worthRetrying, refetchOnWindowFocus: true } },
});

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <I18nextProvider i18n={i18n}>
      <QueryClientProvider client={queries}>
        <SessionProvider>
          <Suspense fallback={<Loading />}>
            <RouterProvider router={router} />
          </Suspense>
        </SessionProvider>
      </QueryClientProvider>
    </I18nextProvider>
  </StrictMode>,
);
