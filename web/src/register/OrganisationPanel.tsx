/** One body: what it is, who is in it, what was changed of it. */
import { useQuery } from '@tanstack/react-query';
import { Button, Descriptions, Tabs, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api } from '../api/endpoints.js';
import type { OrganisationDetail } from '../api/model.js';
import { ErrorNotice, Loading } from '../shared/ui.js';
import { Closing } from './Closing.js';
import { History } from './History.js';
import { OrganisationForm } from './OrganisationForm.js';
import { StaffTable } from './StaffTable.js';
import '../shared/locales/register.js';

function Facts({ body }: { body: OrganisationDetail }) {
  const { t } = useTranslation();
  const line = (code: string) => t(`line.${code}`, { defaultValue: code });
  const facts: [string, string | null][] = [
    ['kind', t(`register.kind-${body.kind}`)],
    ['level', t(`level.${body.level}`)],
    ['region', body.region && `${body.regionName ?? ''} ${body.region}`],
    ['serviceArea', body.serviceAreaNames.join('、') || null],
    ['line', body.line && line(body.line)],
    ['alsoLines', body.alsoLines.map(line).join('、') || null],
    ['creditCode', body.creditCode],
    ['inNameOf', body.inNameOfName],
    ['validFrom', body.validFrom],
    ['posts', String(body.posts)],
    ['openTasks', String(body.openTasks)],
    ['runningCases', String(body.runningCases)],
    ['powers', String(body.powers)],
  ];
  return (
    <Descriptions
      size="small"
      bordered
      column={{ xs: 1, md: 2 }}
      items={facts
        .filter(([, value]) => value)
        .map(([field, value]) => ({
          key: field,
          label: t(`register.field-${field}`),
          children: value,
        }))}
    />
  );
}

export function OrganisationPanel({ id }: { id: string }) {
  const { t } = useTranslation();
  const [doing, setDoing] = useState<'change' | 'close'>();
  const query = useQuery({
    queryKey: ['register', 'organisation', id],
    queryFn: () => api.organisation(id),
  });
  const body = query.data;
  if (!body) return query.error ? <ErrorNotice error={query.error} /> : <Loading />;
  const done = () => setDoing(undefined);
  return (
    <article className="stack" data-testid="organisation">
      <p className="small muted">
        {body.above.map((one) => (
          <span key={one.id}>
            <Link to={`/organisations/${one.id}`}>{one.name}</Link> ›{' '}
          </span>
        ))}
      </p>
      <div className="row between">
        <h2>
          {body.name} {body.vertical && <Tag>{t('register.vertical')}</Tag>}
          {body.validTo && (
            <Tag color="red">{t('register.closed-from', { day: body.validTo })}</Tag>
          )}
        </h2>
        {body.kept && !body.validTo && (
          <span className="row">
            <Button onClick={() => setDoing('change')}>{t('register.change')}</Button>
            <Button danger onClick={() => setDoing('close')}>
              {t('register.close')}
            </Button>
          </span>
        )}
      </div>
      {!body.kept && <p className="small muted">{t('register.not-kept')}</p>}
      <Tabs
        items={[
          { key: 'facts', label: t('register.facts'), children: <Facts body={body} /> },
          {
            key: 'staff',
            label: t('register.staff'),
            children: <StaffTable organisation={body} />,
          },
          {
            key: 'history',
            label: t('register.history'),
            children: <History query={{ kind: 'organisation', key: id }} />,
          },
        ]}
      />
      {doing === 'change' && <OrganisationForm organisation={body} close={done} saved={done} />}
      {doing === 'close' && <Closing organisation={body} close={done} />}
    </article>
  );
}
