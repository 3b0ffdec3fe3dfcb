/** From which day to which, both included. */
import { useTranslation } from 'react-i18next';
import { periodIn, useParamsState } from './filter.js';

export function Period() {
  const { t } = useTranslation();
  const [params, change] = useParamsState();
  const { from, to } = periodIn(params);
  const field = (name: 'from' | 'to', value: string) => (
    <label className="row small">
      {t(`supervision.${name}`)}
      <input
        type="date"
        className="date-field"
        value={value}
        onChange={(event) => event.target.value && change({ [name]: event.target.value })}
      />
    </label>
  );
  return (
    <>
      {field('from', from)}
      {field('to', to)}
    </>
  );
}
