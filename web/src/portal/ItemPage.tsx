/** The guide (办事指南): one text, the same online and at the window. */
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { api } from '../api/endpoints.js';
import type { ItemData, Limit } from '../api/model.js';
import { moneyText } from '../shared/time.js';
import { ErrorNotice, Loading, Notice } from '../shared/ui.js';
import { GuideMaterials } from './GuideMaterials.js';
import { Unverified } from './Unverified.js';
import '../shared/forms/form.css';
import './portal.css';

function LimitText({ limit }: { limit: Limit | undefined }) {
  const { t } = useTranslation();
  if (!limit) return <>—</>;
  return (
    <>
      {limit.days === 0 ? t('item.at-once') : t(`item.days-${limit.unit}`, { count: limit.days })}
      {limit.note && <div className="small muted">{limit.note}</div>}
    </>
  );
}

function Facts({ item }: { item: ItemData }) {
  const { t } = useTranslation();
  const visits = item.guide.visits;
  const apart = item.kind === 'one-stop' ? t('item.each-apart') : null;
  const fees = item.fees.length > 0 ? t('item.has-fee') : t('item.free');
  const rows: [string, ReactNode][] = [
    [t('item.promised'), apart ?? <LimitText key="p" limit={item.limits.promised} />],
    [t('item.statutory'), apart ?? <LimitText key="s" limit={item.limits.statutory} />],
    [t('item.fees'), apart ?? fees],
    [t('item.visits'), visits === undefined ? '—' : t('item.visit-count', { count: visits })],
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

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="card">
      <h2>{title}</h2>
      {children}
    </section>
  );
}

function Flow({ item }: { item: ItemData }) {
  const steps = (item.guide.flow ?? '').split(/→|\n/);
  return (
    <ol>
      {steps.map((step, index) => (
        <li key={index}>{step.trim()}</li>
      ))}
    </ol>
  );
}

function Children({ item }: { item: ItemData }) {
  const { t } = useTranslation();
  return (
    <Section title={t('item.children')}>
      <p className="muted">{t('item.children-why')}</p>
      <ul className="plain-list">
        {item.children.map((child) => (
          <li key={child.key}>
            <Link to={`/items/${child.item}`}>{child.name}</Link>
          </li>
        ))}
      </ul>
    </Section>
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

function Law({ item }: { item: ItemData }) {
  return (
    <ul className="plain-list">
      {item.legalBasis.map((basis) => (
        <li key={basis.law + basis.article}>
          <strong>{basis.law}</strong> {basis.article}
          <Unverified verified={basis.verified} />
          {basis.text && <p className="muted small">{basis.text}</p>}
        </li>
      ))}
    </ul>
  );
}

function Fees({ item }: { item: ItemData }) {
  const { t } = useTranslation();
  if (item.fees.length === 0) return <p>{t('item.free')}</p>;
  return (
    <ul className="plain-list">
      {item.fees.map((fee) => (
        <li key={fee.name}>
          <span className="row between">
            <strong>{fee.name}</strong>
            <span>{t('item.demo-amount', { amount: moneyText(fee.amountCents) })}</span>
          </span>
          <p className="muted small">{[fee.basis, fee.standard].filter(Boolean).join('；')}</p>
        </li>
      ))}
    </ul>
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
          {item.kind === 'one-stop' && <Children item={item} />}
          {item.conditions.length > 0 && (
            <Section title={t('item.conditions')}>
              <ul className="bulleted">
                {item.conditions.map((condition) => (
                  <li key={condition}>{condition}</li>
                ))}
              </ul>
            </Section>
          )}
          <Section title={t('item.materials')}>
            <GuideMaterials item={item} />
          </Section>
          {item.guide.flow && (
            <Section title={t('item.flow')}>
              <Flow item={item} />
            </Section>
          )}
          {item.kind !== 'one-stop' && (
            <Section title={t('item.fees')}>
              <Fees item={item} />
            </Section>
          )}
          <Section title={t('item.law')}>
            <Law item={item} />
          </Section>
          {item.guide.faq && item.guide.faq.length > 0 && (
            <Section title={t('item.faq')}>
              {item.guide.faq.map((one) => (
                <details key={one.q}>
                  <summary>{one.q}</summary>
                  <p>{one.a}</p>
                </details>
              ))}
            </Section>
          )}
          {item.notes.length > 0 && (
            <Notice tone="warning" title={t('item.notes')}>
              <ul className="bulleted">
                {item.notes.map((note) => (
                  <li key={note}>{note}</li>
                ))}
              </ul>
            </Notice>
          )}
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
