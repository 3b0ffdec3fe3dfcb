/** How the case is handled: collected where and when, what was promised, which materials are to come. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { isBarred } from '../api/client.js';
import { api } from '../api/endpoints.js';
import type { CaseDetail, CaseWays, Collection } from '../api/model.js';
import { dueText, momentText } from '../shared/time.js';
import { ErrorNotice } from '../shared/ui.js';

function Collected({ collection }: { collection: Collection }) {
  const { t } = useTranslation();
  const steps: [string, string | null, string | null][] = [
    ['collected', collection.collectedAt, collection.window],
    ['forwarded', collection.elsewhere ? collection.forwardedAt : null, collection.forwardNote],
    ['received', collection.elsewhere ? collection.receivedAt : null, collection.owner],
  ];
  return (
    <section className="card" data-testid="collection">
      <h2>{t('ways.collection')}</h2>
      <ul className="plain-list">
        {steps.map(
          ([step, at, note]) =>
            at && (
              <li key={step}>
                <strong>{t(`ways.papers-${step}`)}</strong> {momentText(at)}
                <div className="small muted">{note}</div>
              </li>
            ),
        )}
      </ul>
      {collection.elsewhere && !collection.receivedAt && (
        <p className="small muted">{t('ways.on-the-way', { owner: collection.owner })}</p>
      )}
      <p className="small muted number">{collection.serial}</p>
    </section>
  );
}

function Gaps({ gaps, own }: { gaps: CaseWays['gaps']; own: boolean }) {
  const { t } = useTranslation();
  const open = gaps.find((gap) => gap.open && !gap.handedIn);
  return (
    <section className="card" data-testid="gaps">
      <h2>{t('ways.gaps')}</h2>
      <ul className="plain-list">
        {gaps.map((gap) => (
          <li key={`${gap.caseNumber}-${gap.code}`} className="row between">
            <span>{gap.name}</span>
            <span className={gap.handedIn ? 'muted' : 'tag tag-warning'}>
              {gap.handedIn
                ? t('ways.handed-in')
                : gap.dueAt
                  ? t('ways.hand-in-by', { date: dueText(gap.dueAt) })
                  : t('ways.after-acceptance')}
            </span>
          </li>
        ))}
      </ul>
      {own && open && (
        <Link
          className="button"
          data-testid="hand-in-gaps"
          to={`/cases/${open.caseNumber}/correction`}
        >
          {t('ways.hand-in')}
        </Link>
      )}
    </section>
  );
}

function Signed({ promises }: Pick<CaseWays, 'promises'>) {
  const { t } = useTranslation();
  return (
    <section className="card" data-testid="promises">
      <h2>{t('ways.promises')}</h2>
      {promises.map((promise) => (
        <details key={promise.digest}>
          <summary>
            {promise.title} ·{' '}
            {t('ways.signed-at', {
              name: promise.signedName,
              time: momentText(promise.signedAt),
            })}
          </summary>
          <div className="letter">
            {promise.lines.map((line) => (
              <p key={line}>{line}</p>
            ))}
          </div>
          <p className="small muted number breakable">SM3 {promise.digest}</p>
        </details>
      ))}
    </section>
  );
}

/** @param own whether the applicant looks, who may hand in what is missing */
export function Ways({ one, own }: { one: CaseDetail; own: boolean }) {
  const task = one.applicantTask?.id ?? null;
  const query = useQuery({
    queryKey: ['case', one.number, 'ways', one.state, task],
    queryFn: () => api.ways(one.number),
  });
  if (query.isPending) return null;
  if (query.isLoadingError || isBarred(query.error))
    return <ErrorNotice error={query.error} retry={() => void query.refetch()} />;
  const { collection, promises, gaps } = query.data;
  return (
    <>
      {gaps.length > 0 && <Gaps gaps={gaps} own={own} />}
      {collection && <Collected collection={collection} />}
      {promises.length > 0 && <Signed promises={promises} />}
    </>
  );
}
