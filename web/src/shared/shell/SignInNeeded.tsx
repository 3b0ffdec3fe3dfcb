/** In place of a page that needs a person (or a post) when there is none. */
import { useTranslation } from 'react-i18next';
import { Link, Navigate, Outlet, useLocation } from 'react-router';
import { signInAddress, useSession } from '../session.js';
import { Empty, ErrorNotice, Loading } from '../ui.js';

function SignInPlease() {
  const { t } = useTranslation();
  return (
    <div className="page">
      <Empty title={t('session.needed')}>
        <p>{t('session.needed-why')}</p>
        <p>
          <a className="button" href={signInAddress()}>
            {t('session.sign-in')}
          </a>
        </p>
      </Empty>
    </div>
  );
}

/** The platform does not answer: not knowing who it is must not look like being signed out. */
export function SessionProblem() {
  const { error, retry } = useSession();
  return (
    <div className="page">
      <ErrorNotice error={error} retry={retry} />
    </div>
  );
}

/** Guards the pages inside; the API refuses anyway, this only says it earlier. */
export function SignedIn() {
  const { loading, session, error } = useSession();
  if (loading) return <Loading />;
  if (error) return <SessionProblem />;
  return session ? <Outlet /> : <SignInPlease />;
}

/** Staff only, with a post chosen; `roles` narrows it further. */
export function WithPost({ roles }: { roles?: string[] }) {
  const { t } = useTranslation();
  const { loading, session, post, error } = useSession();
  const location = useLocation();
  if (loading) return <Loading />;
  if (error) return <SessionProblem />;
  if (!session) return <SignInPlease />;
  if (!post && session.posts.length > 0) {
    return <Navigate to="/choose-post" state={{ from: location.pathname }} replace />;
  }
  if (!post || (roles && !roles.includes(post.role))) {
    return (
      <div className="page">
        <Empty title={t('session.not-yours')}>
          <p>{t('session.not-yours-why')}</p>
          <Link to="/">{t('nav.home')}</Link>
        </Empty>
      </div>
    );
  }
  return <Outlet />;
}
