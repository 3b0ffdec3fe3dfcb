/** A person with several posts says which one this work is done in. */
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import { useSession } from '../session.js';
import { Empty, ErrorNotice } from '../ui.js';
import { beginningOf } from './beginning.js';

export default function ChoosePost() {
  const { t } = useTranslation();
  const { session, choosePost } = useSession();
  const navigate = useNavigate();
  const from = (useLocation().state as { from?: string } | null)?.from;
  const choice = useMutation({ mutationFn: choosePost });
  const posts = session?.posts ?? [];
  const choose = async (id: string, role: string) => {
    await choice.mutateAsync(id);
    await navigate(from ?? beginningOf(role));
  };
  return (
    <div className="page page-narrow">
      <h1>{t('session.choose-post')}</h1>
      <p className="muted">{t('session.choose-post-why')}</p>
      <ErrorNotice error={choice.error} />
      {posts.length === 0 && <Empty title={t('session.no-posts')} />}
      <ul className="choice-list">
        {posts.map((post) => (
          <li key={post.id}>
            <button
              type="button"
              className="choice-card"
              disabled={choice.isPending}
              aria-current={post.id === session?.post}
              onClick={() => void choose(post.id, post.role)}
            >
              <strong>{post.organisation.name}</strong>
              <span>
                {post.title} · {t(`role.${post.role}`)}
                {post.organisation.level && ` · ${t(`level.${post.organisation.level}`)}`}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
