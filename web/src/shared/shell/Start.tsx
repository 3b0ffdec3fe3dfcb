/** Where one begins after signing in: staff with their own day or their post's page, everybody else at the front door. */
import { Navigate } from 'react-router';
import { useSession } from '../session.js';
import { Loading } from '../ui.js';
import { beginningOf } from './beginning.js';

export function Start() {
  const { loading, session, post } = useSession();
  if (loading) return <Loading />;
  if (session && !post && session.posts.length > 0) return <Navigate to="/choose-post" replace />;
  return <Navigate to={post ? beginningOf(post.role) : '/'} replace />;
}
