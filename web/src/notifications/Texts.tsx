/** 提醒文字: the words of each occasion, drafted and published; and the text messages that did not come. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Input, Select, Table, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/endpoints.js';
import type { FailedText, Occasion } from '../api/model.js';
import { momentText } from '../shared/time.js';
import { Empty, ErrorNotice, Loading } from '../shared/ui.js';
import type { MadeFrom, Reviewed } from '../shared/versions/made-from.js';
import { PublishButton } from '../shared/versions/PublishButton.js';
import { useChain } from '../shared/versions/useChain.js';
import '../workbench/workbench.css';

const TEXTS = ['notification-texts'];
const MESSAGES = ['text-messages'];

/** The draft goes on, else one is made from the words in use. */
const madeFrom = ({ draft, revision, version }: Occasion): MadeFrom =>
  draft === null ? { replaces: null, madeFromVersion: version } : { replaces: revision };

function Editor({ occasion }: { occasion: Occasion }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [body, setBody] = useState(occasion.draft ?? occasion.body);
  const refresh = () => queries.invalidateQueries({ queryKey: TEXTS });
  const chain = useChain<string>(madeFrom(occasion), async (words, from) => {
    const { items } = await api.saveNotificationText(occasion.code, words, from);
    return { revision: items.find(({ code }) => code === occasion.code)?.revision ?? null };
  });
  const keep = () => chain.send(body);
  const save = useMutation({
    mutationFn: keep,
    onSuccess: () => void message.success(t('paper.saved')),
    onSettled: refresh,
  });
  const publish = async (reviewed: Reviewed) => {
    await api.publishNotificationText(occasion.code, reviewed);
    void message.success(t('paper.published'));
    await refresh();
  };
  return (
    <div className="stack">
      <div className="row">
        <Tag>{t(`notification.to-${occasion.audience}`)}</Tag>
        {occasion.texted && <Tag color="blue">{t('notification.texted')}</Tag>}
        <span className="small muted">
          {occasion.version === 0
            ? t('notification.built-in')
            : t('notification.version', { version: occasion.version })}
          {occasion.savedBy && ` · ${t('notification.drafted-by', { name: occasion.savedBy })}`}
        </span>
      </div>
      <p className="muted">{occasion.body}</p>
      <Input.TextArea
        aria-label={t('notification.words')}
        data-testid="notification-text"
        value={body}
        maxLength={200}
        showCount
        rows={3}
        onChange={({ target }) => setBody(target.value)}
      />
      <div className="row">
        {occasion.facts.map(({ name, label }) => (
          <Button key={name} size="small" onClick={() => setBody(`${body}{{${name}}}`)}>
            {label}
          </Button>
        ))}
      </div>
      <ErrorNotice error={save.error} />
      <div className="row">
        <Button data-testid="save-text" loading={save.isPending} onClick={() => save.mutate()}>
          {t('paper.save')}
        </Button>
        <PublishButton
          kind="notification-text"
          definition={occasion.code}
          keep={keep}
          publish={publish}
        />
      </div>
    </div>
  );
}

/** Neither whom they were for nor what they said: which occasion, which case, and why it did not come. */
function Failed() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const query = useQuery({ queryKey: MESSAGES, queryFn: api.textMessages });
  const again = useMutation({
    mutationFn: api.sendTextMessage,
    onSettled: () => queries.invalidateQueries({ queryKey: MESSAGES }),
  });
  const all = useMutation({
    mutationFn: api.sendTextMessages,
    onSuccess: ({ again: sent, left }) => {
      const counted = t('notification.again-counted', { again: sent });
      const more = left > 0 ? t('notification.again-left', { left }) : '';
      void message.info(sent === 0 ? t('notification.again-none') : counted + more);
    },
    onSettled: () => queries.invalidateQueries({ queryKey: MESSAGES }),
  });
  return (
    <section className="stack">
      <h2>{t('notification.messages')}</h2>
      <p className="muted" data-testid="text-counts">
        {query.data?.counts
          .map(({ state, count }) => `${t(`notification.state-${state}`)} ${count}`)
          .join(' · ') || t('notification.no-messages')}
      </p>
      <ErrorNotice
        error={query.error ?? again.error ?? all.error}
        retry={() => void query.refetch()}
      />
      {(query.data?.failed.length ?? 0) > 0 && (
        <Button
          data-testid="send-all-again"
          style={{ alignSelf: 'start' }}
          loading={all.isPending}
          onClick={() => all.mutate()}
        >
          {t('notification.send-all-again')}
        </Button>
      )}
      <Table<FailedText>
        rowKey="id"
        size="small"
        className="dense"
        loading={query.isPending}
        pagination={{ pageSize: 20, hideOnSinglePage: true }}
        dataSource={query.data?.failed ?? []}
        scroll={{ x: 'max-content' }}
        locale={{ emptyText: <Empty title={t('notification.none-failed')} /> }}
        data-testid="failed-texts"
        columns={[
          { title: t('notification.occasion'), dataIndex: 'occasionName' },
          { title: t('supervision.case'), dataIndex: 'caseNumber' },
          {
            title: t('supervision.state'),
            dataIndex: 'state',
            render: (state: string) => t(`notification.state-${state}`),
          },
          { title: t('supervision.reason'), dataIndex: 'error' },
          { title: t('supervision.created'), dataIndex: 'at', render: momentText },
          {
            title: t('action.column'),
            key: 'again',
            render: (_, { id }) => (
              <Button size="small" loading={again.isPending} onClick={() => again.mutate(id)}>
                {t('notification.send-again')}
              </Button>
            ),
          },
        ]}
      />
    </section>
  );
}

export default function Texts() {
  const { t } = useTranslation();
  const query = useQuery({ queryKey: TEXTS, queryFn: api.notificationTexts });
  const [code, setCode] = useState('accepted');
  const occasion = query.data?.items.find((one) => one.code === code);
  return (
    <div className="staff-page stack">
      <h1>{t('nav.notification-texts')}</h1>
      <p className="muted">{t('notification.texts-why')}</p>
      <ErrorNotice error={query.error} retry={() => void query.refetch()} />
      {query.isPending && <Loading lines={4} />}
      {query.data && (
        <Select
          aria-label={t('notification.occasion')}
          data-testid="occasion"
          style={{ maxWidth: '24rem' }}
          value={code}
          onChange={setCode}
          showSearch={{ optionFilterProp: 'label' }}
          options={query.data.items.map(({ code: value, name, draft }) => ({
            value,
            label: draft === null ? name : `${name} *`,
          }))}
        />
      )}
      {occasion && <Editor key={`${code} ${occasion.version}`} occasion={occasion} />}
      <Failed />
    </div>
  );
}
