/** The guide (办事指南): one text, the same online and at the window. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { isBarred } from '../api/client.js';
import { api } from '../api/endpoints.js';
import type { ItemData } from '../api/model.js';
import { useEnglish } from '../shared/english.js';
import { ErrorNotice, Loading } from '../shared/ui.js';
import { Facts } from './GuideFacts.js';
import { GuideSections } from './GuideSections.js';
import { Unverified } from './Unverified.js';
import '../shared/forms/form.css';
import './portal.css';

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
  const say = useEnglish(code);
  const query = useQuery({ queryKey: ['item', code], queryFn: () => api.item(code), select: say });
  if (query.isPending) return <Loading lines={6} />;
  if (query.isLoadingError || isBarred(query.error)) {
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
