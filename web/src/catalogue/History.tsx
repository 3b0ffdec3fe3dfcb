/** What became of an item: its versions, what it said on a day, when it was suspended or cancelled. */
import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Input, Modal, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/endpoints.js';
import type { ItemHistory, ItemVersion, StandingChange } from '../api/model.js';
import { momentText } from '../shared/time.js';
import { ErrorNotice, Notice } from '../shared/ui.js';

interface Props {
  code: string;
  history: ItemHistory;
  mayKeep: boolean;
  onChanged: () => void;
}

export function History({ code, history, mayKeep, onChanged }: Props) {
  const { t } = useTranslation();
  return (
    <div className="stack">
      <Table<ItemVersion>
        rowKey={({ version, state }) => `${state}${version}`}
        size="small"
        dataSource={history.versions}
        pagination={false}
        columns={[
          {
            title: t('versions.version'),
            render: (_, { version, state }) =>
              `${t('versions.number', { version })} · ${t(`versions.state-${state}`)}`,
          },
          { title: t('catalogue.effective-from'), dataIndex: 'effectiveFrom' },
          { title: t('catalogue.author'), dataIndex: 'draftedBy' },
          {
            title: t('catalogue.publisher'),
            render: (_, { state, createdBy }) => (state === 'draft' ? '—' : createdBy),
          },
          { title: t('versions.published-at'), dataIndex: 'publishedAt', render: momentText },
          { title: t('designer.running'), dataIndex: 'runningCases', align: 'right' },
        ]}
      />
      <OnDay code={code} />
      <Standings code={code} history={history} mayKeep={mayKeep} onChanged={onChanged} />
    </div>
  );
}

/** What the guide said on a day, and the proof that it is that. */
function OnDay({ code }: { code: string }) {
  const { t } = useTranslation();
  const [day, setDay] = useState('');
  const query = useQuery({
    queryKey: ['catalogue', 'on-day', code, day],
    queryFn: () => api.itemOnDay(code, day),
    enabled: day !== '',
    retry: false,
  });
  return (
    <section className="stack">
      <h2>{t('catalogue.on-day')}</h2>
      <Input
        type="date"
        aria-label={t('catalogue.on-day')}
        data-testid="on-day"
        style={{ width: '10rem' }}
        value={day}
        onChange={(event) => setDay(event.target.value)}
      />
      <ErrorNotice error={query.error} />
      {query.data && (
        <Notice
          tone={query.data.proved ? 'success' : 'danger'}
          title={t(query.data.proved ? 'catalogue.proved' : 'catalogue.not-proved', query.data)}
          testId="on-day-proof"
        >
          <p className="small number">SHA-256 {query.data.hash}</p>
          <pre className="item-json">{JSON.stringify(query.data.item, null, 2)}</pre>
        </Notice>
      )}
    </section>
  );
}

const NEXT: Record<string, StandingChange['act'][]> = {
  offered: ['suspend', 'cancel'],
  suspended: ['resume', 'cancel'],
  cancelled: [],
};

function Standings({ code, history, mayKeep, onChanged }: Props) {
  const { t } = useTranslation();
  const [act, setAct] = useState<StandingChange['act'] | null>(null);
  const now = history.standings[0]?.standing ?? 'offered';
  const published = history.versions.some(({ state }) => state === 'published');
  return (
    <section className="stack">
      <div className="row between">
        <h2>{t('catalogue.standings')}</h2>
        <div className="row">
          {mayKeep &&
            published &&
            (NEXT[now] ?? []).map((next) => (
              <Button key={next} danger={next === 'cancel'} onClick={() => setAct(next)}>
                {t(`catalogue.act-${next}`)}
              </Button>
            ))}
        </div>
      </div>
      {history.standings.length === 0 && <p className="muted">{t('catalogue.always-offered')}</p>}
      <ul className="plain-list">
        {history.standings.map(({ standing, validFrom, reason, by }) => (
          <li key={`${standing}${validFrom}`}>
            <strong>{t(`catalogue.standing-${standing}`)}</strong>{' '}
            {t('catalogue.since', { day: validFrom })} · {reason} · {by}
          </li>
        ))}
      </ul>
      {act && <Change code={code} act={act} onClose={() => setAct(null)} onChanged={onChanged} />}
    </section>
  );
}

interface ChangeProps {
  code: string;
  act: StandingChange['act'];
  onClose: () => void;
  onChanged: () => void;
}

function Change({ code, act, onClose, onChanged }: ChangeProps) {
  const { t } = useTranslation();
  const [validFrom, setFrom] = useState('');
  const [reason, setReason] = useState('');
  const change = useMutation({
    mutationFn: () => api.changeStanding(code, { act, validFrom, reason }),
    onSuccess: () => {
      onChanged();
      onClose();
    },
  });
  return (
    <Modal
      open
      title={t(`catalogue.act-${act}`)}
      okButtonProps={{ disabled: !validFrom || reason.length < 2, loading: change.isPending }}
      onOk={() => change.mutate()}
      onCancel={onClose}
    >
      <div className="stack">
        <label className="stack">
          {t('catalogue.since-when')}
          <Input type="date" value={validFrom} onChange={(event) => setFrom(event.target.value)} />
        </label>
        <label className="stack">
          {t('catalogue.why')}
          <Input.TextArea
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </label>
        <ErrorNotice error={change.error} />
      </div>
    </Modal>
  );
}
