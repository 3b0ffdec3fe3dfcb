/** Names and values of variables, a row each. */
import { Button, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Typed } from './values.js';

interface Props {
  rows: readonly Typed[];
  onChange: (rows: Typed[]) => void;
}

export function Values({ rows, onChange }: Props) {
  const { t } = useTranslation();
  const shown = rows.length > 0 ? rows : [{ name: '', value: '' }];
  const set = (at: number, change: Partial<Typed>) =>
    onChange(shown.map((row, index) => (index === at ? { ...row, ...change } : row)));
  return (
    <div className="rehearsal-values" role="group" aria-label={t('rehearsal.values')}>
      {shown.map(({ name, value }, at) => (
        <div key={at} className="rehearsal-row">
          <Input
            size="small"
            aria-label={t('rehearsal.name')}
            placeholder={t('rehearsal.name')}
            value={name}
            onChange={({ target }) => set(at, { name: target.value })}
          />
          <Input
            size="small"
            aria-label={t('rehearsal.value')}
            placeholder={t('rehearsal.value')}
            value={value}
            onChange={({ target }) => set(at, { value: target.value })}
          />
        </div>
      ))}
      <Button
        size="small"
        type="link"
        onClick={() => onChange([...shown, { name: '', value: '' }])}
      >
        {t('rehearsal.add-value')}
      </Button>
    </div>
  );
}
