/** Where a form is used, its versions, and taking it out of use. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Popconfirm } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { api } from '../api/endpoints.js';
import type { FormVersion } from '../api/model.js';
import { momentText } from '../shared/time.js';
import { ErrorNotice } from '../shared/ui.js';

interface Props {
  id: string;
  versions: FormVersion[];
}

export function Usage({ id, versions }: Props) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const current = versions.find(({ state }) => state === 'published')?.version;
  const query = useQuery({
    queryKey: ['forms', 'usage', id, current ?? null],
    queryFn: () => api.formUsage(id),
  });
  const retire = useMutation({
    mutationFn: () => api.retireForm(id),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['forms'] });
      await navigate('/forms');
    },
  });
  const { items = [], processes = [], cases = [], tasks = [] } = query.data ?? {};
  const open = (version: number | null, count: number) =>
    t('form-editor.open-of', { version: version ?? 1, count });
  return (
    <section className="form-editor-usage" data-testid="form-usage">
      <h2>{t('form-editor.used')}</h2>
      <ErrorNotice error={query.error ?? retire.error} />
      <ul>
        {items.map(({ code, name }) => (
          <li key={code}>
            <Link to={`/items/${code}`}>{t('form-editor.used-item', { name })}</Link>
          </li>
        ))}
        {processes.map((one) => (
          <li key={one.id}>
            <Link to={`/designer/${one.id}`}>{t('form-editor.used-process', { ...one })}</Link>
            {current !== undefined && one.formVersion < current && (
              <span className="tag tag-warning">{t('form-editor.older')}</span>
            )}
          </li>
        ))}
        {cases.map((one) => (
          <li key={`case ${one.formVersion}`}>
            {t('form-editor.used-cases')} {open(one.formVersion, one.open)}
          </li>
        ))}
        {tasks.map((one) => (
          <li key={`task ${one.formVersion}`}>
            {t('form-editor.used-tasks')} {open(one.formVersion, one.open)}
          </li>
        ))}
        {items.length + processes.length + cases.length + tasks.length === 0 && (
          <li className="muted">{t('form-editor.unused')}</li>
        )}
      </ul>
      {current !== undefined && (
        <Popconfirm title={t('form-editor.retire-sure')} onConfirm={() => retire.mutate()}>
          <Button danger loading={retire.isPending} data-testid="retire-form">
            {t('form-editor.retire')}
          </Button>
        </Popconfirm>
      )}
      <h2>{t('form-editor.versions')}</h2>
      <ul>
        {versions.map(({ version, state, createdBy, updatedAt, note }) => (
          <li key={version}>
            {t('versions.number', { version })} · {t(`versions.state-${state}`)} · {createdBy} ·{' '}
            {momentText(String(updatedAt))} {note && `· ${note}`}
          </li>
        ))}
      </ul>
    </section>
  );
}
