/** A body, found by words of its name. */
import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/endpoints.js';
import '../shared/locales/register.js';

interface Props {
  id?: string;
  value?: string | null;
  onChange?: (value: string | null) => void;
  /** What the value is called until it is looked for. */
  name?: string | null;
}

export function OrganisationSelect({ id, value, onChange, name }: Props) {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  const [chosen, setChosen] = useState<string | null>(name ?? null);
  const found = useQuery({
    queryKey: ['register', 'found', words],
    queryFn: () => api.organisations({ q: words }),
    enabled: words.trim().length > 1,
  });
  const options = (found.data?.items ?? []).map((row) => ({ value: row.id, label: row.name }));
  if (value && !options.some((option) => option.value === value))
    options.unshift({ value, label: chosen ?? value });
  return (
    <Select
      {...(id && { id })}
      showSearch={{ filterOption: false, onSearch: setWords }}
      allowClear
      placeholder={t('register.search')}
      value={value ?? undefined}
      onChange={(next: string | undefined) => {
        setChosen(options.find((option) => option.value === next)?.label ?? null);
        onChange?.(next ?? null);
      }}
      options={options}
      notFoundContent={t(words.trim().length > 1 ? 'register.none-found' : 'register.type-name')}
    />
  );
}
