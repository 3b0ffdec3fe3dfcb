/** Where the matter takes place, level by level down to the township; a village may follow. */
import { useQueries } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/endpoints.js';
import type { Region } from '../../api/model.js';
import { ErrorNotice } from '../ui.js';

interface Props {
  /** Codes chosen so far, from the top. */
  path: Region[];
  /** The level that has to be chosen. */
  need: string;
  onChange: (path: Region[]) => void;
}

/** Usually a township is enough to find the departments; some items begin in the village. */
export const isEnough = (path: Region[], need: string): boolean =>
  path.some((region) => region.level === need);

export function RegionPicker({ path, need, onChange }: Props) {
  const { t } = useTranslation();
  const parents = ['', ...path.map((region) => region.code)];
  const lists = useQueries({
    queries: parents.map((parent) => ({
      queryKey: ['regions', parent],
      queryFn: () => api.regions(parent || undefined),
      staleTime: Infinity,
    })),
  });
  const failed = lists.find((list) => list.error);
  const last = lists[lists.length - 1]?.data?.items;
  const only = last?.length === 1 && last[0]?.level !== 'village' ? last[0] : undefined;
  useEffect(() => {
    if (only) onChange([...path, only]);
  });
  return (
    <div className="region">
      <ErrorNotice error={failed?.error} {...(failed && { retry: () => void failed.refetch() })} />
      {lists.map((list, index) => {
        const options = list.data?.items ?? [];
        const level = options[0]?.level;
        if (!level || options.length === 0) return null;
        return (
          <div className="field" key={parents[index]}>
            <label htmlFor={`region-${level}`}>
              {t(`level.${level}`)}
              {level === 'village' && need !== 'village' && (
                <span className="field-optional">{t('form.optional')}</span>
              )}
            </label>
            <select
              id={`region-${level}`}
              className="form-control"
              value={path[index]?.code ?? ''}
              onChange={(event) => {
                const chosen = options.find((region) => region.code === event.target.value);
                onChange(chosen ? [...path.slice(0, index), chosen] : path.slice(0, index));
              }}
            >
              <option value="">{t('form.choose')}</option>
              {options.map((region) => (
                <option key={region.code} value={region.code}>
                  {region.name}
                </option>
              ))}
            </select>
          </div>
        );
      })}
    </div>
  );
}
