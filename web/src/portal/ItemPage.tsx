/** The guide (办事指南): one text, the same online and at the window. */
import { useQuery } from '@tanstack/react-query';
import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { api } from '../api/endpoints.js';
import type { ItemData, Limit } from '../api/model.js';
import { ErrorNotice, Loading } from '../shared/ui.js';
import { GuideSections } from './GuideSections.js';
import { Unverified } from './Unverified.js';
import '../shared/forms/form.css';
import './portal.css';

/** @param without why there is none */
function LimitText({ limit, without = '—' }: { limit: Limit | undefined; without?: string }) {
  const { t } = useTranslation();
  if (!limit) return without;
  return (
    <>
      {limit.days === 0 ? t('item.at-once') : t(`item.days-${limit.unit}`, { count: limit.days })}
      {limit.note && <div className="small muted">{limit.note}</div>}
    </>
  );
}

function Facts({ item }: { item: ItemData }) {
  const { t } = useTranslation();
  const { visits, visitsReason } = item.guide;
  const { promised, statutory, statutoryNote } = item.limits;
  const apart = item.kind === 'one-stop' ? t('item.each-apart') : null;
  const fees = item.fees.length > 0 ? t('item.has-fee') : t('item.free');
  const rows: [string, ReactNode][] = [
    [t('item.promised'), apart ?? <LimitText key="p" limit={promised} />],
    [t('item.statutory'), apart ?? <LimitText key="s" limit={statutory} without={statutoryNote} />],
    [t('item.fees'), apart ?? fees],
    [
      t('item.visits'),
      <Fragment key="v">
        {visits === undefined ? '—' : t('item.visit-count', { count: visits })}
        {visitsReason && <div className="small muted">{visitsReason}</div>}
      </Fragment>,
    ],
    [t('item.result'), item.result.name],
  ];
  return (
    <dl className="facts">
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Contact({ item }: { item: ItemData }) {
  const { t } = useTranslation();
  const guide = item.guide;
  const rows = [
    [t('item.phone'), guide.phone],
    [t('item.complaints'), guide.complaints],
    [t('item.hours'), guide.hours],
    [t('item.address'), guide.address],
  ].filter(([, value]) => value);
  return (
    <dl className="answers">
      {rows.map(([name, value]) => (
        <div key={name} style={{ display: 'block' }}>
          <dt className="small">{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

export default function ItemPage() {
  const { t } = useTranslation();
  const { code = '' } = useParams();
  const query = useQuery({ queryKey: ['item', code], queryFn: () => api.item(code) });
  if (query.isPending) return <Loading lines={6} />;
  if (query.error) {
    return (
      <div className="page">
        <ErrorNotice error={query.error} retry={() => void query.refetch()} />
      </div>
    );
  }
  const item = query.data;
  return (
    <div className="page">
      <div className="page-head">
        <h1>{item.name}</h1>
        {item.kind === 'one-stop' && <span className="tag">{t('item.one-stop')}</span>}
        <Unverified verified={item.verified} />
      </div>
      <p>{item.guide.summary}</p>
      <Facts item={item} />
      <div className="guide">
        <div className="guide-main">
          <GuideSections item={item} />
        </div>
        <aside className="guide-side card stack">
          <Link
            className="button button-large"
            to={`/items/${item.code}/apply`}
            data-testid="apply"
          >
            {t('item.apply')}
          </Link>
          <p className="small muted">{t('item.apply-hint')}</p>
          <Contact item={item} />
        </aside>
      </div>
    </div>
  );
}
