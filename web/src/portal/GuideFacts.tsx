/** What an applicant wants to know first: how long, how much, how often to come. */
import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ItemData, Limit } from '../api/model.js';

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

export function Facts({ item }: { item: ItemData }) {
  const { t } = useTranslation();
  const { visits, visitsReason, fullyOnline, onlineDepth, payOnline } = item.guide;
  const { promised, statutory, statutoryNote } = item.limits;
  const apart = item.kind === 'one-stop' ? t('item.each-apart') : null;
  const charged = payOnline ? t('item.has-fee-online') : t('item.has-fee');
  const fees = item.fees.length > 0 ? charged : t('item.free');
  const rows: [string, ReactNode][] = [
    [t('item.promised'), apart ?? <LimitText key="p" limit={promised} />],
    [t('item.statutory'), apart ?? <LimitText key="s" limit={statutory} without={statutoryNote} />],
    [t('item.fees'), apart ?? fees],
    [
      t('item.visits'),
      <Fragment key="v">
        {visits === undefined ? '—' : t('item.visit-count', { count: visits })}
        {fullyOnline && <div className="small muted">{t('item.fully-online')}</div>}
        {onlineDepth && <div className="small muted">{t(`item.depth-${onlineDepth}`)}</div>}
        {visitsReason && <div className="small muted">{visitsReason}</div>}
      </Fragment>,
    ],
    [
      t('item.result'),
      <Fragment key="r">
        {item.result.name}
        {item.result.sample && <div className="small muted">{item.result.sample}</div>}
      </Fragment>,
    ],
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
