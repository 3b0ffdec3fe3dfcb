/** The top of every page: brand, where one can go, text size, language, who is signed in. */
import { useTranslation } from 'react-i18next';
import { NavLink, useLocation } from 'react-router';
import { Bell } from '../../notifications/Bell.js';
import { changeElder, useElder } from '../elder.js';
import { changeLanguage, i18n } from '../i18n.js';
import { signInAddress, useSession } from '../session.js';
import './shell.css';

/** Roles that have to do with paying benefits out. */
export const PAYERS = ['admin', 'cashier', 'agent-desk'];

/** Roles that receive papers from other windows and decide on credit. */
export const CREDIT_DESKS = ['handler', 'reviewer', 'approver'];

/** Roles that write, review, keep or look into the catalogue. */
export const CATALOGUE_KEEPERS = [
  ...['admin', 'supervisor', 'catalogue-keeper'],
  ...['item-author', 'item-reviewer', 'legality-reviewer'],
];

interface Place {
  to: string;
  key: string;
}

/** What the chosen post may open; the server decides again on every call. */
function placesOf(role: string | null, staff: boolean): Place[] {
  const places: Place[] = [
    { to: '/', key: 'nav.home' },
    { to: '/cases', key: 'nav.cases' },
  ];
  if (role === 'auditor') return [...places, { to: '/audit', key: 'nav.audit' }];
  if (staff) {
    places.push({ to: '/day', key: 'nav.day' });
    places.push({ to: '/workbench', key: 'nav.workbench' });
    places.push({ to: '/duties', key: 'nav.duties' });
  } else {
    places.push({ to: '/licences', key: 'nav.licences' }, { to: '/credit', key: 'nav.credit' });
  }
  if (role === 'window') places.push({ to: '/window', key: 'nav.window' });
  if (role === 'window' || (role !== null && CREDIT_DESKS.includes(role))) {
    places.push({ to: '/deliveries', key: 'nav.deliveries' });
  }
  if (role !== null && CREDIT_DESKS.includes(role)) {
    places.push(
      { to: '/incoming-papers', key: 'nav.incoming' },
      { to: '/credit-desk', key: 'nav.credit-desk' },
    );
  }
  if (role === 'supervisor' || role === 'admin') {
    places.push({ to: '/supervision', key: 'nav.supervision' });
  }
  if (role !== null && CATALOGUE_KEEPERS.includes(role)) {
    places.push({ to: '/catalogue', key: 'nav.catalogue' });
  }
  if (role === 'admin') {
    places.push(
      { to: '/designer', key: 'nav.designer' },
      { to: '/decisions', key: 'nav.decisions' },
      { to: '/forms', key: 'nav.forms' },
      { to: '/search-words', key: 'nav.search-words' },
      { to: '/calendar', key: 'nav.calendar' },
      { to: '/official-documents', key: 'nav.official-documents' },
      { to: '/notification-texts', key: 'nav.notification-texts' },
    );
  }
  if (role === 'admin' || role === 'county-admin') {
    places.push({ to: '/organisations', key: 'nav.organisations' });
  }
  if (role === 'admin' || role === 'archivist') {
    places.push({ to: '/archives', key: 'nav.archives' });
  }
  if (role !== null && PAYERS.includes(role)) places.push({ to: '/benefits', key: 'nav.benefits' });
  return places;
}

function Preferences() {
  const { t } = useTranslation();
  const elder = useElder();
  const english = i18n.language === 'en';
  return (
    <div className="preferences">
      <button
        type="button"
        className="header-button"
        data-testid="elder"
        onClick={() => changeElder(!elder)}
      >
        {t(elder ? 'elder.leave' : 'elder.enter')}
      </button>
      <button
        type="button"
        className="header-button"
        lang={english ? 'zh-CN' : 'en'}
        onClick={() => void changeLanguage(english ? 'zh' : 'en')}
      >
        {english ? '中文' : 'English'}
      </button>
    </div>
  );
}

function Person() {
  const { t } = useTranslation();
  const { session, post, signOut, loading, error } = useSession();
  const location = useLocation();
  if (loading || error) return null;
  if (!session) {
    return (
      <a
        className="header-sign-in"
        href={signInAddress(location.pathname === '/' ? '/start' : location.pathname)}
      >
        {t('session.sign-in')}
      </a>
    );
  }
  return (
    <details className="person" key={location.pathname}>
      <summary data-testid="person-menu">
        <span className="person-name">{session.person.name}</span>
        {post && <span className="person-post">{post.organisation.name}</span>}
      </summary>
      <div className="person-menu">
        {session.person.idNumberMasked && (
          <p className="small muted number">{session.person.idNumberMasked}</p>
        )}
        {post && <p className="small">{`${post.organisation.name} · ${post.title}`}</p>}
        {session.posts.length > 1 && (
          <NavLink to="/choose-post">{t('session.change-post')}</NavLink>
        )}
        {session.person.kind !== 'staff' && (
          <NavLink to="/authorisations">{t('authorisation.title')}</NavLink>
        )}
        <NavLink to="/sessions">{t('nav.sessions')}</NavLink>
        <button
          type="button"
          className="button button-quiet button-small"
          onClick={() => void signOut()}
        >
          {t('session.sign-out')}
        </button>
      </div>
    </details>
  );
}

/** More places than this do not stand beside one another on a desk's screen. */
const BESIDE = 10;

/** The places that a line has no room for, in a menu of their own. */
function More({ places }: { places: Place[] }) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const here = places.some(({ to }) => pathname === to || pathname.startsWith(`${to}/`));
  return (
    <details className="person more" key={pathname}>
      <summary className={here ? 'active' : undefined} data-testid="more-places">
        <span className="person-name">{t('nav.more')}</span>
      </summary>
      <nav className="person-menu" aria-label={t('nav.more')}>
        {places.map(({ to, key }) => (
          <NavLink key={to} to={to}>
            {t(key)}
          </NavLink>
        ))}
      </nav>
    </details>
  );
}

/** What concerns nobody but who is signed in. */
const OF_ONESELF = ['/licences', '/credit'];

/** What stands at the top in 长辈版; the rest its front page has. */
const IN_ELDER = ['/', '/cases'];

/** Where who is signed in may go, under the post they act for. */
export function usePlaces(): Place[] {
  const { session, post } = useSession();
  const elder = useElder();
  if (!session) return [];
  const all = placesOf(post?.role ?? null, session.posts.length > 0);
  const places = elder && !post ? all.filter(({ to }) => IN_ELDER.includes(to)) : all;
  // Who acts for somebody applies and follows; the principal's licences and credit are their own.
  return session.actingFor ? places.filter(({ to }) => !OF_ONESELF.includes(to)) : places;
}

export function Header() {
  const { t } = useTranslation();
  const { session } = useSession();
  const places = usePlaces();
  return (
    <header className="header">
      <a className="skip" href="#main">
        {t('nav.skip')}
      </a>
      <div className="header-inner">
        <NavLink to="/" className="brand">
          <img src="/icon.svg" alt="" width="32" height="32" />
          <span>
            <strong>{t('brand.name')}</strong>
            <span className="brand-city">{t('brand.city')}</span>
            <span className="visually-hidden">{t('brand.home')}</span>
          </span>
        </NavLink>
        {places.length > 0 && (
          <nav className="places" aria-label={t('nav.main')}>
            {places.slice(0, BESIDE).map((place) => (
              <NavLink key={place.to} to={place.to} end={place.to === '/'}>
                {t(place.key)}
              </NavLink>
            ))}
          </nav>
        )}
        {places.length > BESIDE && <More places={places.slice(BESIDE)} />}
        <div className="header-end">
          <Preferences />
          {session && <Bell />}
          <Person />
        </div>
      </div>
    </header>
  );
}
