/** One person: the posts held, whether the account is locked, what was changed. */
import { useQuery } from '@tanstack/react-query';
import { Button, Input, Modal, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { api } from '../api/endpoints.js';
import type { PostLine, StaffMember } from '../api/model.js';
import { momentText } from '../shared/time.js';
import { ErrorNotice, Loading, Notice } from '../shared/ui.js';
import { Appointment } from './Appointment.js';
import { EndPost } from './EndPost.js';
import { History } from './History.js';
import { Term } from './StaffTable.js';
import { useAct } from './useAct.js';
import '../workbench/workbench.css';
import './register.css';
import '../shared/locales/register.js';

function Lock({ person, close }: { person: StaffMember; close: () => void }) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const verb = person.lockedAt ? 'unlock' : 'lock';
  const act = useAct(
    (why: string, key) => (verb === 'lock' ? api.lockStaff : api.unlockStaff)(person.id, why, key),
    close,
  );
  return (
    <Modal
      open
      title={t(`register.${verb}-title`, { name: person.name })}
      okText={t(`register.${verb}`)}
      okButtonProps={{ disabled: reason.trim() === '' }}
      onCancel={close}
      onOk={() => act.mutate(reason.trim())}
      confirmLoading={act.isPending}
    >
      <ErrorNotice error={act.error} />
      <p className="small muted">{t(`register.${verb}-why`)}</p>
      <label className="stack">
        {t('register.field-reason')}
        <Input maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />
      </label>
    </Modal>
  );
}

export default function StaffPage() {
  const { t } = useTranslation();
  const { person: id = '' } = useParams();
  const [doing, setDoing] = useState<'lock' | 'appoint' | PostLine>();
  const query = useQuery({
    queryKey: ['register', 'person', id],
    queryFn: () => api.staffMember(id),
  });
  const person = query.data;
  if (!person)
    return (
      <div className="staff-page">
        {query.error ? <ErrorNotice error={query.error} /> : <Loading />}
      </div>
    );
  const done = () => setDoing(undefined);
  return (
    <div className="staff-page">
      <Link to="/staff">{t('register.back-to-staff')}</Link>
      <div className="row between">
        <h1>{person.name}</h1>
        <span className="row">
          <Button onClick={() => setDoing('appoint')}>{t('register.appoint')}</Button>
          <Button danger={!person.lockedAt} onClick={() => setDoing('lock')}>
            {t(person.lockedAt ? 'register.unlock' : 'register.lock')}
          </Button>
        </span>
      </div>
      {person.lockedAt && (
        <Notice
          tone="danger"
          title={t('register.locked-since', {
            at: momentText(person.lockedAt),
            by: person.lockedBy ?? '',
          })}
        >
          {person.lockReason}
        </Notice>
      )}
      <p className="muted">{t('register.tasks-in-hand', { count: person.tasks })}</p>
      {person.unfinished.length > 0 && (
        <Notice tone="warning" title={t('register.unfinished')}>
          {t('register.unfinished-why')}
        </Notice>
      )}
      <Table<PostLine>
        rowKey="id"
        size="small"
        scroll={{ x: 'max-content' }}
        dataSource={person.posts}
        pagination={false}
        columns={[
          {
            title: t('register.field-organisation'),
            key: 'organisation',
            render: (_, one) => (
              <Link to={`/organisations/${one.organisation}`}>{one.organisationName}</Link>
            ),
          },
          {
            title: t('register.field-role'),
            dataIndex: 'role',
            render: (role: string) => t(`role.${role}`),
          },
          { title: t('register.field-title'), dataIndex: 'title' },
          { title: t('register.field-certificate'), dataIndex: 'certificate' },
          { title: t('register.days'), key: 'days', render: (_, post) => <Term post={post} /> },
          {
            title: t('action.column'),
            key: 'acts',
            render: (_, post) =>
              (!post.validTo || post.held || person.unfinished.includes(post.id)) && (
                <Button size="small" danger onClick={() => setDoing(post)}>
                  {t('register.end')}
                </Button>
              ),
          },
        ]}
      />
      <h2>{t('register.history')}</h2>
      <History query={{ kind: 'person', key: id }} />
      {doing === 'lock' && <Lock person={person} close={done} />}
      {doing === 'appoint' && <Appointment organisation={null} person={person} close={done} />}
      {typeof doing === 'object' && <EndPost post={doing} close={done} />}
    </div>
  );
}
