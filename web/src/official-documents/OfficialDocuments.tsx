/** 文书管理: templates by kind, what still waits for its seal, the words of numbers. */
import { useQuery } from '@tanstack/react-query';
import { Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../api/endpoints.js';
import { ErrorNotice, Loading } from '../shared/ui.js';
import '../workbench/workbench.css';
import { Templates } from './Templates.js';
import { Waiting } from './Waiting.js';
import { Words } from './Words.js';
import './official-documents.css';

const REFRESH_MS = 10_000;

export default function OfficialDocuments() {
  const { t } = useTranslation();
  const kinds = useQuery({ queryKey: ['document-kinds'], queryFn: api.documentKinds });
  const waiting = useQuery({
    queryKey: ['waiting-documents'],
    queryFn: api.waitingDocuments,
    refetchInterval: REFRESH_MS,
  });
  return (
    <div className="staff-page">
      <h1>{t('paper.title')}</h1>
      <p className="muted">{t('paper.why')}</p>
      <ErrorNotice error={kinds.error} retry={() => void kinds.refetch()} />
      {kinds.isPending && <Loading lines={6} />}
      {kinds.data && (
        <Tabs
          items={[
            {
              key: 'templates',
              label: t('paper.tab-templates'),
              children: <Templates kinds={kinds.data} />,
            },
            {
              key: 'waiting',
              label: t('paper.tab-waiting', { count: waiting.data?.length ?? 0 }),
              children: <Waiting query={waiting} />,
            },
            { key: 'words', label: t('paper.tab-words'), children: <Words /> },
          ]}
        />
      )}
    </div>
  );
}
