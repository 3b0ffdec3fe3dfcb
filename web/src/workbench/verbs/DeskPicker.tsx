/** People at their desks, by department; more are found by typing a piece of a name. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/endpoints.js';
import type { Desk } from '../../api/model.js';
import { DEPARTMENT } from './list.js';

interface Props {
  task: string;
  verb: 'transfer' | 'delegate' | 'any';
  many?: boolean;
  /** Whole departments may be chosen too; their value begins with `department:`. */
  departments?: boolean;
  value?: string | string[];
  onChange?: (value: string | string[]) => void;
  id?: string;
}

function byDepartment(desks: Desk[]): [string, Desk[]][] {
  const groups = new Map<string, Desk[]>();
  for (const desk of desks)
    groups.set(desk.departmentName, [...(groups.get(desk.departmentName) ?? []), desk]);
  return [...groups];
}

export function DeskPicker({ task, verb, many, departments, value, onChange, id }: Props) {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  // Those of a department are all here; anybody else is asked for by name.
  const asked = verb === 'any' ? words.trim() : '';
  const query = useQuery({
    queryKey: ['desks', task, verb, asked],
    queryFn: () => api.desks(task, verb, asked || undefined),
    // Who is found already stays to be chosen while the next letter is looked up.
    placeholderData: keepPreviousData,
  });
  const found = query.data;
  const groups = byDepartment(found?.desks ?? []).map(([label, desks]) => ({
    label,
    options: desks.map((desk) => ({
      value: desk.postId,
      label: `${desk.personName} · ${desk.title}`,
      words: `${desk.personName}${desk.title}${desk.departmentName}`,
    })),
  }));
  const pools = {
    label: t('verb.departments'),
    options: (found?.departments ?? []).slice(1).map((one) => ({
      value: DEPARTMENT + one.id,
      label: t('verb.pool-of', { name: one.name }),
      words: one.name,
    })),
  };
  return (
    <Select
      id={id}
      {...(many && { mode: 'multiple' as const })}
      showSearch={{
        onSearch: setWords,
        filterOption: (input, option) =>
          ((option as { words?: string } | undefined)?.words ?? '').includes(input),
      }}
      loading={query.isFetching}
      placeholder={t(verb === 'any' ? 'verb.find-people' : 'verb.choose-person')}
      notFoundContent={query.isFetching ? null : t('verb.nobody')}
      data-testid="desk-picker"
      value={value}
      onChange={onChange}
      options={departments && pools.options.length > 0 ? [...groups, pools] : groups}
    />
  );
}
