/** To whom a task was copied (抄送), and taking a copy back: who had it sees the case no longer. */
import { useMutation } from '@tanstack/react-query';
import { Button, Popconfirm, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { newKey } from '../api/client.js';
import { api } from '../api/endpoints.js';
import type { TaskDetail } from '../api/model.js';
import { momentText } from '../shared/time.js';
import { ErrorNotice } from '../shared/ui.js';

interface Props {
  task: TaskDetail;
  /** The signed-in person's id. */
  me: string;
  /** Whether the viewer is its handler, who may take back what others sent. */
  mine: boolean;
  onChanged: () => Promise<void>;
}

export function SentCopies({ task, me, mine, onChanged }: Props) {
  const { t } = useTranslation();
  const recall = useMutation({
    mutationFn: (copy: string) => api.recallCopy(task.id, { copy }, newKey()),
    onSettled: onChanged,
  });
  if (task.copies.length === 0) return null;
  return (
    <section className="sign-off" aria-label={t('verb.copy')}>
      <strong>{t('verb.copied-to')}</strong>
      <ErrorNotice error={recall.error} />
      <ul className="plain-list" data-testid="sent-copies">
        {task.copies.map((copy) => (
          <li key={copy.id} className="sign-off-member">
            <span>
              {copy.name}
              <span className="small muted"> {momentText(copy.at)}</span>
            </span>
            <span className="row">
              {copy.readAt ? (
                <Tag>{t('bench.copy-read')}</Tag>
              ) : (
                <Tag color="blue">{t('bench.unread')}</Tag>
              )}
              {(mine || copy.byId === me) && (
                <Popconfirm
                  title={t('verb.recall-copy', { name: copy.name })}
                  onConfirm={() => recall.mutate(copy.id)}
                >
                  <Button
                    size="small"
                    type="text"
                    data-testid="recall-copy"
                    loading={recall.isPending}
                  >
                    {t('verb.recall-copy-do')}
                  </Button>
                </Popconfirm>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
