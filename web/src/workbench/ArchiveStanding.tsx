/** Where a case's package for the e-archive stands: its four properties at both ends, and how long it is kept. */
import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ArchivePackage, CaseDetail } from '../api/model.js';
import { momentText } from '../shared/time.js';

const TONES: Record<string, string> = { received: 'success', failed: 'danger' };
const PROPERTIES = ['authenticity', 'integrity', 'usability', 'security'] as const;

type Checks = ArchivePackage['made'];

function Outcome({ checks, property }: { checks: Checks; property: string }) {
  const { t } = useTranslation();
  const check = checks?.find((one) => one.property === property);
  if (!check) return <span className="muted">{t('archive.not-yet')}</span>;
  return (
    <>
      <span className={`tag tag-${check.passed ? 'success' : 'danger'}`}>
        {t(check.passed ? 'archive.right' : 'archive.wrong')}
      </span>
      {check.reasons.map((reason) => (
        <div key={reason} className="small">
          {reason}
        </div>
      ))}
    </>
  );
}

function Parts({ parts }: Pick<ArchivePackage, 'parts'>) {
  const { t } = useTranslation();
  if (parts.length === 0) return null;
  return (
    <>
      <h3>{t('archive.parts')}</h3>
      <ul className="plain-list" data-testid="archive-parts">
        {parts.map(({ caseNumber, itemName, state, receiptNumber }) => (
          <li key={caseNumber} className="row between">
            <Link to={`/workbench/cases/${caseNumber}`}>{itemName}</Link>
            <span className="muted small">{receiptNumber}</span>
            <span className={`tag tag-${TONES[state ?? ''] ?? 'info'}`}>
              {t(state ? `archive.state-${state}` : 'archive.not-asked')}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

export default function ArchiveStanding({ archive }: Pick<CaseDetail, 'archive'>) {
  const { t } = useTranslation();
  if (!archive) return null;
  const { state, made, taken, retention, receiptNumber, receivedAt, outdated, problem } = archive;
  const rows: [string, string | null][] = [
    [t('archive.retention'), retention && t('archive.retention-of', { ...retention })],
    [t('archive.receipt'), receivedAt && `${receiptNumber} · ${momentText(receivedAt)}`],
  ];
  return (
    <section className="card stack" data-testid="archive">
      <h2>
        {t('archive.standing')}{' '}
        <span className={`tag tag-${TONES[state] ?? 'info'}`} data-state={state}>
          {t(`archive.state-${state}`)}
        </span>
      </h2>
      {problem && <p className="danger">{problem}</p>}
      {outdated && <p className="danger">{t('archive.outdated')}</p>}
      <dl className="answers">
        {rows
          .filter(([, value]) => value)
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      <Table
        rowKey={(property) => property}
        size="small"
        pagination={false}
        dataSource={[...PROPERTIES]}
        columns={[
          {
            title: t('archive.four'),
            key: 'property',
            render: (_: unknown, property) => t(`archive.property-${property}`),
          },
          {
            title: t('archive.made'),
            key: 'made',
            render: (_: unknown, property) => <Outcome checks={made} property={property} />,
          },
          {
            title: t('archive.taken'),
            key: 'taken',
            render: (_: unknown, property) => <Outcome checks={taken} property={property} />,
          },
        ]}
      />
      <Parts parts={archive.parts} />
    </section>
  );
}
