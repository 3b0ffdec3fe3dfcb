/** From when on a case is due soon, stopped too long, returned too often; kept in the address. */
import { InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { momentsIn, useParamsState } from './filter.js';

const MOST = { days: 90, pausedDays: 1000, returns: 100 };

export function Moments() {
  const { t } = useTranslation();
  const [params, change] = useParamsState();
  const moments = momentsIn(params);
  return (['days', 'pausedDays', 'returns'] as const).map((name) => (
    <label className="row small moment" key={name}>
      {t(`supervision.moment-${name}`)}
      <InputNumber
        min={1}
        max={MOST[name]}
        size="small"
        value={moments[name]}
        onChange={(value) => change({ [name]: value ?? undefined })}
        data-testid={`moment-${name}`}
      />
    </label>
  ));
}
