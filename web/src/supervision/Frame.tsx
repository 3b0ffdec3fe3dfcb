/** The tabs of supervision, and the saved queries of the page one is on. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { isSaved, PAGE_NAMES, PAGES, type PageName } from './pages.js';
import { SavedQueries } from './SavedQueries.js';
import { useScopeName } from './scope.js';
import '../workbench/workbench.css';
import './supervision.css';

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
