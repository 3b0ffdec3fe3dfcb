/** Parts of the case page: deadline, children, payments, licences, materials. */
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { fileAddress } from '../api/files.js';
import type { CaseDetail, ChildCase, Payment } from '../api/model.js';
import { useEnglish } from '../shared/english.js';
import { dueText, moneyText } from '../shared/time.js';
import { Notice, StateTag } from '../shared/ui.js';

export function Deadline({ one }: { one: CaseDetail }) {
  const { t } = useTranslation();
  const say = useEnglish();
  if (one.ended) return null;
  const parts = [
    one.promisedDueAt && [t('case.promised-due'), one.promisedDueAt, one.clock.promised],
    one.dueAt && [t('case.due'), one.dueAt, one.clock.statutory],
  ].filter((part): part is [string, string, string | null] => Array.isArray(part));
  if (parts.length === 0) return null;
  return (
    <div className="deadline" data-testid="deadline">
      {parts.map(([name, at, length]) => (
        <div key={name}>
          <span className="muted small">{name}</span>
          <strong>{dueText(at)}</strong>
          {length && <span className="muted small">{say(length)}</span>}
        </div>
      ))}
    </div>
  );
}

/** How many of the parts have ended; nothing where a case follows the one above it. */
export function Progress({ rows }: { rows: ChildCase[] }) {
  const { t } = useTranslation();
  const say = useEnglish();
  if (rows.length === 0 || rows.some(({ above }) => above)) return null;
  const done = rows.filter(({ ended }) => ended).length;
  // The whole is done with its last part.
  const last = rows
    .filter(({ ended, dueAt }) => !ended && dueAt)
    .toSorted((a, b) => (b.dueAt ?? '').localeCompare(a.dueAt ?? ''))[0];
  return (
    <p className="small muted" data-testid="progress">
      {t('case.progress', { done, total: rows.length })}
      {last && ` · ${t('case.longest', { item: say(last.itemName), date: dueText(last.dueAt) })}`}
    </p>
  );
}

export function Children({ rows, waiting }: { rows: ChildCase[]; waiting: Set<string> }) {
  const { t } = useTranslation();
  const say = useEnglish();
  return (
    <section className="card" data-testid="children">
      <h2>{t(rows.some(({ above }) => above) ? 'case.above' : 'case.children')}</h2>
      <Progress rows={rows} />
      <ul className="plain-list">
        {rows.map((child) => (
          <li key={child.number} data-testid={`child-${child.key ?? child.number}`}>
            <div className="case-row">
              <Link to={`/cases/${child.number}`}>{say(child.itemName)}</Link>
              {waiting.has(child.number) ? (
                <span className="tag tag-warning">{t('cases.waits')}</span>
              ) : (
                <StateTag state={child.state} name={child.stateName} />
              )}
              <span className="small muted">{child.leadDepartment}</span>
              <span className="small muted">
                {child.dueAt &&
                  child.state === 'accepted' &&
                  t('cases.due', { date: dueText(child.dueAt) })}
              </span>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function Payments({ payments }: { payments: Payment[] }) {
  const { t } = useTranslation();
  const say = useEnglish();
  const open = payments.filter((payment) => payment.state === 'ordered' && payment.payUrl);
  const settled = payments.filter((payment) => payment.state !== 'ordered');
  return (
    <>
      {open.map((payment) => (
        <Notice
          key={payment.id}
          tone="warning"
          title={t('case.to-pay', { amount: moneyText(payment.amountCents) })}
          testId="to-pay"
        >
          <p>{t('case.to-pay-why', { item: say(payment.itemName ?? '') })}</p>
          <a className="button" href={payment.payUrl ?? ''} target="_blank" rel="noreferrer">
            {t('case.pay')}
          </a>
        </Notice>
      ))}
      {settled.length > 0 && (
        <section className="card">
          <h2>{t('case.payments')}</h2>
          <ul className="plain-list">
            {settled.map((payment) => (
              <li key={payment.id} className="row between">
                <span>{say(payment.itemName)}</span>
                <span>
                  {moneyText(payment.amountCents)} · {t(`payment.${payment.state}`)}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

interface MaterialsProps {
  one: CaseDetail;
  /** Shows the one with this file beside the page; left out: they are only opened. */
  onView?: (fileId: string) => void;
}

export function Materials({ one, onView }: MaterialsProps) {
  const { t } = useTranslation();
  const say = useEnglish(one.item.code);
  if (one.materials.length === 0) return <p className="muted">{t('material.none')}</p>;
  return (
    <ul className="plain-list">
      {one.materials.map((material, index) => (
        <li key={`${material.code}-${index}`}>
          <div className="row between">
            <span>{say(material.name)}</span>
            {material.fileId ? (
              <span className="row">
                {onView && (
                  <button
                    type="button"
                    className="button button-link button-small"
                    aria-label={t('material.view-named', { name: say(material.name) })}
                    onClick={() => onView(material.fileId!)}
                  >
                    {t('material.view')}
                  </button>
                )}
                <a href={fileAddress(material.fileId)} target="_blank" rel="noreferrer">
                  {material.fileName ?? t('upload.file', { number: 1 })}
                </a>
              </span>
            ) : (
              <span className="material-held">{t(`material.from-${material.source}`)}</span>
            )}
          </div>
          {material.note && <p className="small muted">{material.note}</p>}
        </li>
      ))}
    </ul>
  );
}
