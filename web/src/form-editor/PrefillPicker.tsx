/** Which register fills a field in, and with which of its fields: chosen, not typed. */
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { type Prefill, REGISTERS } from '../../../bpmn/forms/index.js';

interface Props {
  prefill: Prefill | undefined;
  onChange: (prefill: Prefill | undefined) => void;
}

const SEPARATOR = '/';

export function PrefillPicker({ prefill, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <label>
      {t('form-editor.word-x-prefill')}
      <Select
        allowClear
        data-testid="word-x-prefill"
        style={{ width: '100%' }}
        placeholder={t('form-editor.no-prefill')}
        value={prefill ? `${prefill.register}${SEPARATOR}${prefill.field}` : undefined}
        onChange={(value: string | undefined) => {
          const [register, field] = (value ?? '').split(SEPARATOR);
          onChange(register && field ? { register, field } : undefined);
        }}
        options={REGISTERS.map(({ code, name, fields }) => ({
          label: name,
          options: Object.entries(fields).map(([field, title]) => ({
            value: `${code}${SEPARATOR}${field}`,
            label: `${name}：${title}`,
          })),
        }))}
      />
    </label>
  );
}
