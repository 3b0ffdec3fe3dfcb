/** On a case's own page: what went wrong in it, to be mended and tried again there. */
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newKey } from '../../api/client.js';
import { api } from '../../api/endpoints.js';
import { momentText } from '../../shared/time.js';
import { Notice } from '../../shared/ui.js';
import { Repair } from './Repair.js';
import { type Bulk, Results } from './Results.js';

/** Nothing where nothing is wrong, or where it is not one's to know. */
export default function CaseIncidents({ number }: { number: string }) {
  const { t } = useTranslation();
  const [bulk, setBulk] = useState<Bulk>();
  const [opened, setOpened] = useState<string>();
  const query = useQuery({
    queryKey: ['incidents', { case: number }],
    queryFn: () => api.incidents({ case: number }),
    retry: false,
  });
  const incidents = query.data?.items ?? [];
  return (
    <>
      {bulk && <Results key={bulk.key} bulk={bulk} />}
      {incidents.map(({ id, element, elementName, code, message, openedAt }) => (
        <Notice
          key={id}
          tone="danger"
          title={`${t(`incident.code-${code}`)} · ${elementName ?? element}`}
          testId="case-incident"
        >
          <p>
            {message} <span className="muted small">{momentText(openedAt)}</span>
          </p>
          <div className="row">
            <Button type="primary" onClick={() => setBulk({ ids: [id], key: newKey() })}>
              {t('action.retry')}
            </Button>
            <Button onClick={() => setOpened(opened === id ? undefined : id)}>
              {t('incident.look')}
            </Button>
          </div>
          {opened === id && <Repair id={id} open />}
        </Notice>
      ))}
    </>
  );
}
