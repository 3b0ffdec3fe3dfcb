/** An account in other hands: an admin sees where a person is signed in, and ends one or all of it. */
import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/endpoints.js';
import { SessionCard } from '../shared/SessionCard.js';
import { Empty, ErrorNotice, Notice } from '../shared/ui.js';

export function EndSessions() {
  const { t } = useTranslation();
  const [person, setPerson] = useState<string>();
  return (
    <section className="stack">
      <h2>{t('sessions.end-all-title')}</h2>
      <p className="small muted">{t('sessions.end-all-why')}</p>
      <Form
        layout="inline"
        onFinish={(asked: { person: string }) => setPerson(asked.person.trim())}
      >
        <Form.Item
          name="person"
          label={t('sessions.person')}
          rules={[{ required: true, whitespace: true }]}
        >
          <Input maxLength={100} data-testid="sessions-person" />
        </Form.Item>
        <Button htmlType="submit" data-testid="sessions-of-person">
          {t('sessions.look')}
        </Button>
      </Form>
      {person && <SessionsOf key={person} person={person} />}
    </section>
  );
}

function SessionsOf({ person }: { person: string }) {
  const { t } = useTranslation();
  const query = useQuery({
    queryKey: ['sessions', person],
    queryFn: () => api.sessionsOf(person),
  });
  const onSettled = () => query.refetch();
  const one = useMutation({ mutationFn: (id: string) => api.endSessionOf(person, id), onSettled });
  const all = useMutation({ mutationFn: () => api.endSessionsOf(person), onSettled });
  const items = query.data?.items ?? [];
  return (
    <div className="stack">
      <ErrorNotice error={query.error ?? one.error ?? all.error} />
      {all.data && <Notice tone="success" title={t('sessions.ended', { count: all.data.ended })} />}
      {query.data && items.length === 0 && <Empty title={t('sessions.none')} />}
      {items.map((session) => (
        <SessionCard key={session.id} session={session} busy={one.isPending} end={one.mutate} />
      ))}
      {items.length > 0 && (
        <div className="row">
          <Button
            danger
            loading={all.isPending}
            data-testid="end-all-sessions"
            onClick={() => all.mutate()}
          >
            {t('sessions.end-all')}
          </Button>
        </div>
      )}
    </div>
  );
}
