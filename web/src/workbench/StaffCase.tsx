/** A case as a supervisor or a colleague looks at it, without a task. */
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { api } from '../api/endpoints.js';
import { caseRefresh } from '../shared/caseRefresh.js';
import { useSession } from '../shared/session.js';
import { ErrorNotice, Loading } from '../shared/ui.js';
import { Urge } from '../portal/Urge.js';
import { CaseView } from './CasePane.js';
import './workbench.css';

/** Only who has the right needs their code. */
const CaseActs = lazy(() => import('../supervision/CaseActs.js'));
const CaseIncidents = lazy(() => import('./incidents/CaseIncidents.js'));
const Modification = lazy(() => import('../interventions/Modification.js'));

export default function StaffCase() {
  const { t } = useTranslation();
  const { number = '' } = useParams();
  const role = useSession().post?.role;
  const mayModify = role === 'admin';
  // What was just done here may be recorded a moment after this page was opened.
  const query = useQuery({
    queryKey: ['case', number],
    queryFn: () => api.case(number),
    refetchInterval: ({ state }) => caseRefresh(state.data),
  });
  return (
    <div className="staff-page bench-case">
      <h1 className="visually-hidden">{t('bench.case')}</h1>
      <div className="row between">
        <Link to="/workbench">{t('bench.back')}</Link>
        {role === 'supervisor' && (
          <span className="row">
            <Suspense>
              <CaseActs number={number} />
            </Suspense>
            {query.data?.ended === false && <Urge number={number} />}
          </span>
        )}
        {mayModify && query.data?.ended === false && (
          <Suspense>
            <Modification number={number} />
          </Suspense>
        )}
      </div>
      {query.isPending && <Loading lines={7} />}
      <ErrorNotice error={query.error} />
      {query.data?.ended === false && role !== 'supervisor' && (
        <Suspense>
          <CaseIncidents number={number} />
        </Suspense>
      )}
      {query.data && <CaseView one={query.data} />}
    </div>
  );
}
