/** An account in other hands: all sessions of a person are ended at once. */
import { useMutation } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../api/endpoints.js';
import { ErrorNotice, Notice } from '../shared/ui.js';

export function EndSessions() {
  const { t } = useTranslation();
  const end = useMutation({ mutationFn: api.endSessionsOf });
  return (
    <section className="stack">
      <h2>{t('sessions.end-all-title')}</h2>
      <p className="small muted">{t('sessions.end-all-why')}</p>
      <ErrorNotice error={end.error} />
      {end.data && <Notice tone="success" title={t('sessions.ended', { count: end.data.ended })} />}
      <Form
        layout="inline"
        onFinish={({ person }: { person: string }) => end.mutate(person.trim())}
      >
        <Form.Item
          name="person"
          label={t('sessions.person')}
          rules={[{ required: true, whitespace: true }]}
        >
          <Input maxLength={100} data-testid="sessions-person" />
        </Form.Item>
        <Button htmlType="submit" danger loading={end.isPending} data-testid="end-all-sessions">
          {t('sessions.end-all')}
        </Button>
      </Form>
    </section>
  );
}
