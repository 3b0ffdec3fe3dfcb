/** A case as a supervisor or a colleague looks at it, without a task. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { api } from '../api/endpoints.js';
import { ErrorNotice, Loading } from '../shared/ui.js';
import { CaseView } from './CasePane.js';
import './workbench.css';

export default function StaffCase() {
  const { t } = useTranslation();
  const { number = '' } = useParams();
  const query = useQuery({ queryKey: ['case', number], queryFn: () => api.case(number) });
  return (
    <div className="staff-page bench-case">
      <h1 className="visually-hidden">{t('bench.case')}</h1>
      <Link to="/workbench">{t('bench.back')}</Link>
      {query.isPending && <Loading lines={7} />}
      <ErrorNotice error={query.error} />
      {query.data && <CaseView one={query.data} />}
    </div>
  );
}
