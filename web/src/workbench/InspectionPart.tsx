/** Two inspectors (行政许可法 34): who came along, and whether they have confirmed the record. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../api/endpoints.js';
import type { Inspection, TaskDetail } from '../api/model.js';
import { momentText } from '../shared/time.js';
import { ErrorNotice, Notice } from '../shared/ui.js';

const REFRESH_MS = 5000;

/** Null while it is not known, or where a task takes no second inspector. */
export function useInspection(task: TaskDetail) {
  return useQuery({
    queryKey: ['inspection', task.id],
    queryFn: () => api.inspection(task.id),
    enabled: task.act === 'inspect' && task.state === 'open',
    refetchInterval: (query) =>
      query.state.data?.latest?.state === 'waiting' ? REFRESH_MS : false,
  });
}

interface Props {
  inspection: Inspection;
  error: unknown;
  companion: string;
  onChange: (post: string) => void;
}

export function InspectionPart({ inspection, error, companion, onChange }: Props) {
  const { t } = useTranslation();
  const { article, certificate, companions, latest } = inspection;
  return (
    <div className="stack" data-testid="inspection">
      <Notice title={t('inspection.two', { article })}>
        {certificate ? t('inspection.own', { certificate }) : t('inspection.no-certificate')}
      </Notice>
      <div className="field">
        <label htmlFor="companion">{t('inspection.companion')}</label>
        <select
          id="companion"
          className="form-control"
          data-testid="companion"
          value={companion}
          onChange={(event) => onChange(event.target.value)}
        >
          <option value="">{t('inspection.choose')}</option>
          {companions.map(({ post, name, title, certificate: number }) => (
            <option key={post} value={post}>
              {`${name} · ${title} · ${number}`}
            </option>
          ))}
        </select>
        {companions.length === 0 && <p className="small danger">{t('inspection.nobody')}</p>}
      </div>
      {latest?.state === 'waiting' && (
        <Notice tone="info" title={t('inspection.waiting', { name: latest.companion })}>
          {t('inspection.waiting-why', { time: momentText(latest.proposedAt) })}
        </Notice>
      )}
      {latest?.state === 'refused' && (
        <Notice tone="warning" title={t('inspection.refused', { name: latest.companion })}>
          {latest.reason}
        </Notice>
      )}
      <ErrorNotice error={error} />
    </div>
  );
}
