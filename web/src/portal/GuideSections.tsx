/** The guide, section by section: every field of an item has its place here, or the reason why not. */
import type { ComponentType, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ItemData } from '../api/model.js';
import { moneyText } from '../shared/time.js';
import { Notice } from '../shared/ui.js';
import { GuideMaterials } from './GuideMaterials.js';
import { Unverified } from './Unverified.js';

interface Part {
  item: ItemData;
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="card">
      <h2>{title}</h2>
      {children}
    </section>
  );
}

function Children({ item }: Part) {
  const { t } = useTranslation();
  if (item.kind !== 'one-stop') return null;
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

function Conditions({ item }: Part) {
  const { t } = useTranslation();
  if (item.conditions.length === 0) return null;
  return (
    <Section title={t('item.conditions')}>
      <ul className="bulleted">
        {item.conditions.map((condition) => (
          <li key={condition}>{condition}</li>
        ))}
      </ul>
    </Section>
  );
}

function Materials({ item }: Part) {
  const { t } = useTranslation();
  return (
    <Section title={t('item.materials')}>
      <GuideMaterials item={item} />
    </Section>
  );
}

function Flow({ item }: Part) {
  const { t } = useTranslation();
  if (!item.guide.flow) return null;
  return (
    <Section title={t('item.flow')}>
      <ol>
        {item.guide.flow.split(/→|\n/).map((step, index) => (
          <li key={index}>{step.trim()}</li>
        ))}
      </ol>
    </Section>
  );
}

function Fees({ item }: Part) {
  const { t } = useTranslation();
  if (item.kind === 'one-stop') return null;
  return (
    <Section title={t('item.fees')}>
      {item.fees.length === 0 && <p>{t('item.free')}</p>}
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
    </Section>
  );
}

function Law({ item }: Part) {
  const { t } = useTranslation();
  return (
    <Section title={t('item.law')}>
      <ul className="plain-list">
        {item.legalBasis.map((basis) => (
          <li key={basis.law + basis.article}>
            <strong>{basis.law}</strong> {basis.article}
            <Unverified verified={basis.verified} />
            {basis.text && <p className="muted small">{basis.text}</p>}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Questions({ item }: Part) {
  const { t } = useTranslation();
  if (!item.guide.faq?.length) return null;
  return (
    <Section title={t('item.faq')}>
      {item.guide.faq.map((one) => (
        <details key={one.q}>
          <summary>{one.q}</summary>
          <p>{one.a}</p>
        </details>
      ))}
    </Section>
  );
}

function Notes({ item }: Part) {
  const { t } = useTranslation();
  if (item.notes.length === 0) return null;
  return (
    <Notice tone="warning" title={t('item.notes')}>
      <ul className="bulleted">
        {item.notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </Notice>
  );
}

type Within<Name extends 'guide' | 'limits'> = `${Name}.${string & keyof ItemData[Name]}`;
type Field = Exclude<keyof ItemData, 'guide' | 'limits'> | Within<'guide'> | Within<'limits'>;

/** A section in the order of the page, or where else it stands; the compiler asks for each field. */
const FIELDS: Record<Field, ComponentType<Part> | string> = {
  children: Children,
  conditions: Conditions,
  materials: Materials,
  'guide.flow': Flow,
  fees: Fees,
  legalBasis: Law,
  'guide.faq': Questions,
  notes: Notes,
  name: 'the heading',
  kind: 'the heading',
  verified: 'the heading',
  'guide.summary': 'below the heading',
  'limits.promised': 'the facts',
  'limits.statutory': 'the facts',
  'limits.statutoryNote': 'the facts',
  'guide.visits': 'the facts',
  'guide.visitsReason': 'the facts',
  'guide.fullyOnline': 'the facts',
  'guide.onlineDepth': 'the facts',
  'guide.payOnline': 'the fee of the facts',
  result: 'the facts',
  'guide.phone': 'the contact',
  'guide.complaints': 'the contact',
  'guide.hours': 'the contact',
  'guide.address': 'the contact',
  code: 'the way to apply',
  situation: 'asked on the way to apply',
  regionLevel: 'asked on the way to apply',
  summary: 'the list of items: here it is guide.summary',
  statutory: 'the list of items: here it is limits.statutory',
  promised: 'the list of items: here it is limits.promised',
  type: 'the list of items',
  typeName: 'the list of items',
  version: 'for programs: people read what is published',
  lead: 'the department is found by region, once one applies',
  'limits.extension': 'the case tells it when it happens',
  'limits.deliver': 'the case tells it when it happens',
  'limits.promise': 'the ways of handling, on the way to apply',
  'limits.laterCheck': 'the ways of handling, on the way to apply',
  'limits.publicNotice': 'the case tells it when it happens',
};

const SECTIONS = Object.values(FIELDS).filter((field) => typeof field !== 'string');

export function GuideSections({ item }: Part) {
  return SECTIONS.map((Section, at) => <Section key={at} item={item} />);
}
