/** 人员: all posts that one keeps. */
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { StaffTable } from './StaffTable.js';
import '../workbench/workbench.css';
import './register.css';
import '../shared/locales/register.js';

export default function Staff() {
  const { t } = useTranslation();
  return (
    <div className="staff-page">
      <Link to="/organisations">{t('register.back')}</Link>
      <h1>{t('register.staff')}</h1>
      <p className="muted">{t('register.staff-why')}</p>
      <StaffTable />
    </div>
  );
}
