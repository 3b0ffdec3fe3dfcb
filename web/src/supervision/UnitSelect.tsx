/** A unit inside the caller's scope, found by name. */
import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/endpoints.js';

interface Props {
  id?: string;
  value?: string | null | undefined;
  onChange?: (value: string | undefined) => void;
}

export function UnitSelect({ id, value, onChange }: Props) {
  const { t } = useTranslation();
  const [search, setSearch] = useState('');
  const { data, isFetching } = useQuery({
    queryKey: ['units', search],
    queryFn: () => api.units(search),
    staleTime: 60_000,
  });
  return (
    <Select
      {...(id && { id })}
      allowClear
      showSearch
      filterOption={false}
      onSearch={setSearch}
      loading={isFetching}
      aria-label={t('supervision.unit')}
      placeholder={t('supervision.unit-search')}
      value={value ?? undefined}
      onChange={(next: string | undefined) => onChange?.(next)}
      options={(data?.items ?? []).map((unit) => ({ value: unit.id, label: unit.name }))}
    />
  );
}
