/** One filter of a register; empty = all. */
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';

interface Props {
  /** Its name in the address and under `supervision.` in the words. */
  name: string;
  value: string | undefined;
  values: readonly string[];
  label: (value: string) => string;
  onChange: (change: Record<string, string | undefined>) => void;
}

export function Choice({ name, value, values, label, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <Select
      size="small"
      allowClear
      style={{ minWidth: '9rem' }}
      aria-label={t(`supervision.${name}`)}
      placeholder={t(`supervision.${name}`)}
      value={value}
      onChange={(next: string | undefined) => onChange({ [name]: next })}
      options={values.map((one) => ({ value: one, label: label(one) }))}
    />
  );
}
