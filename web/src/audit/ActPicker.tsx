/** Acts chosen by their names: several at once, by what they are done to, found by any part of a name. */
import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { api } from '../api/endpoints.js';
import { actName } from './actName.js';
import '../shared/locales/audit.js';

interface Props {
  /** Codes with commas between, as the API takes them; the form gives it. */
  value?: string;
  onChange?: (acts: string | undefined) => void;
}

const SEPARATOR = ',';

/** `card-rule.set` is about cards. */
const domainOf = (act: string): string => act.split(/[-.]/, 1)[0] ?? act;

function optionsOf(t: TFunction, acts: string[]) {
  const domains = [...new Set(acts.map(domainOf))];
  return domains
    .map((domain) => ({
      label: t(`audit.domain-${domain}`, { defaultValue: domain }),
      options: acts
        .filter((act) => domainOf(act) === domain)
        .map((act) => ({ value: act, label: actName(t, act) })),
    }))
    .sort((one, other) => one.label.localeCompare(other.label, 'zh'));
}

export function ActPicker({ value, onChange }: Props) {
  const { t } = useTranslation();
  const acts = useQuery({ queryKey: ['audit-acts'], queryFn: () => api.auditActs() });
  return (
    <Select
      mode="multiple"
      allowClear
      showSearch
      style={{ minWidth: '16rem' }}
      maxTagCount="responsive"
      aria-label={t('audit.act')}
      placeholder={t('audit.act')}
      loading={acts.isPending}
      value={value ? value.split(SEPARATOR) : []}
      onChange={(chosen: string[]) => onChange?.(chosen.join(SEPARATOR) || undefined)}
      filterOption={(typed, option) =>
        option !== undefined &&
        'value' in option &&
        `${String(option.label)} ${String(option.value)}`
          .toLowerCase()
          .includes(typed.toLowerCase())
      }
      options={optionsOf(t, acts.data?.items ?? [])}
    />
  );
}
