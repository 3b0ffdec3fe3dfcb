/** A unit inside the caller's scope, found by name. */
import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState, type ReactNode } from 'react';
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

interface SeveralProps {
  id?: string;
  onChange?: (value: string[]) => void;
}

interface Chosen {
  value: string;
  label: ReactNode;
}

/** Several of them, one after the other. */
export function UnitsSelect({ id, onChange }: SeveralProps) {
  const { t } = useTranslation();
  const [search, setSearch] = useState('');
  // With their names: what is searched next no longer lists them.
  const [chosen, setChosen] = useState<Chosen[]>([]);
  // Left open, the list would take the next Tab for a choice, and undo the one just made.
  const [open, setOpen] = useState(false);
  const { data, isFetching } = useQuery({
    queryKey: ['units', search],
    queryFn: () => api.units(search),
    staleTime: 60_000,
  });
  return (
    <Select<Chosen[]>
      {...(id && { id })}
      mode="multiple"
      labelInValue
      filterOption={false}
      maxCount={30}
      open={open}
      onOpenChange={setOpen}
      onSelect={() => setOpen(false)}
      onSearch={setSearch}
      loading={isFetching}
      aria-label={t('supervision.unit')}
      placeholder={t('supervision.unit-search')}
      value={chosen}
      onChange={(next) => {
        setChosen(next);
        onChange?.(next.map(({ value }) => value));
      }}
      options={(data?.items ?? []).map((unit) => ({ value: unit.id, label: unit.name }))}
    />
  );
}
