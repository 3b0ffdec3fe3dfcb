/** 变更记录: everything that was changed or is planned within what one keeps. */
import { Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { RegisterChange } from '../api/model.js';
import { History } from './History.js';
import '../workbench/workbench.css';
import './register.css';
import '../shared/locales/register.js';

const STATES = ['waiting', 'applied', 'failed', 'withdrawn'] as const;

export default function Changes() {
  const { t } = useTranslation();
  const [state, setState] = useState<RegisterChange['state'] | 'all'>('all');
  return (
    <div className="staff-page">
      <Link to="/organisations">{t('register.back')}</Link>
      <h1>{t('register.changes')}</h1>
      <Segmented
        value={state}
        onChange={setState}
        options={(['all', ...STATES] as const).map((value) => ({
          value,
          label: t(value === 'all' ? 'register.all' : `register.state-${value}`),
        }))}
      />
      <History named query={state === 'all' ? {} : { state }} />
    </div>
  );
}
