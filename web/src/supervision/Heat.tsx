/** Heat on the diagram, by count and by duration, of each version that is published or has live cases. */
import { useQuery } from '@tanstack/react-query';
import { Segmented, Select, Table } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/endpoints.js';
import type { HeatElement, HeatVersion } from '../api/model.js';
import { Empty, ErrorNotice, Loading } from '../shared/ui.js';
import { Download } from './Download.js';
import { periodIn, useParamsState } from './filter.js';
import { Frame } from './Frame.js';
import type { Heat as Warmth } from './heatViewer.js';
import { decimal } from './names.js';
import { Period } from './Period.js';

const MEASURES = ['open', 'count', 'medianHours', 'p90Hours'] as const;
type Measure = (typeof MEASURES)[number];

function warmthOf(elements: HeatElement[], measure: Measure): Warmth[] {
  const most = Math.max(0, ...elements.map((element) => element[measure] ?? 0));
  if (most === 0) return [];
  return elements
    .filter((element) => (element[measure] ?? 0) > 0)
    .map((element) => ({
      element: element.element,
      warmth: (element[measure] ?? 0) / most,
      label: measure.endsWith('Hours')
        ? `${decimal(element[measure])} h`
        : String(element[measure]),
    }));
}

function Diagram({ xml, heat }: { xml: string; heat: Warmth[] }) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  const viewer = useRef<{ show: (heat: Warmth[]) => void } | null>(null);
  const latest = useRef(heat);
  latest.current = heat;
  const [error, setError] = useState<unknown>(null);
  useEffect(() => {
    let gone = false;
    let close = () => {};
    const draw = async () => {
      const { openHeat } = await import('./heatViewer.js');
      if (gone || !box.current) return;
      const opened = await openHeat(box.current, xml);
      close = opened.close;
      viewer.current = opened;
      opened.show(latest.current);
    };
    draw().catch((problem: unknown) => !gone && setError(problem));
    return () => {
      gone = true;
      viewer.current = null;
      close();
    };
  }, [xml]);
  useEffect(() => viewer.current?.show(heat), [heat]);
  return (
    <>
      <ErrorNotice error={error} />
      <div
        className="heat-diagram"
        ref={box}
        role="group"
        aria-label={t('supervision.tab-heat')}
        data-testid="heat"
      />
    </>
  );
}

const keyOf = ({ process, version }: { process: string; version: number }) =>
  `${process}.${version}`;

export default function Heat() {
  const { t } = useTranslation();
  const [params, change] = useParamsState();
  const versions = useQuery({ queryKey: ['heat-versions'], queryFn: () => api.heatVersions() });
  const all: HeatVersion[] = versions.data?.items ?? [];
  const chosen =
    all.find((one) => keyOf(one) === `${params.get('process')}.${params.get('version')}`) ??
    [...all].sort((a, b) => b.open - a.open)[0];
  const measure = (params.get('measure') ?? 'open') as Measure;
  const period = periodIn(params);
  const asked = chosen && { process: chosen.process, version: chosen.version, ...period };
  const query = useQuery({
    queryKey: ['heat', asked],
    queryFn: () => api.heat(asked!),
    enabled: asked !== undefined,
  });
  const elements = query.data?.elements ?? [];
  const labelOf = ({ name, version, open, state }: HeatVersion) =>
    t('supervision.heat-version', {
      name,
      version,
      open,
      state: t(`supervision.version-${state}`),
    });
  const controls = (
    <>
      <Select
        size="small"
        showSearch
        optionFilterProp="label"
        style={{ minWidth: '20rem' }}
        aria-label={t('supervision.heat-choose')}
        value={chosen && keyOf(chosen)}
        onChange={(key) => {
          const found = all.find((one) => keyOf(one) === key);
          if (found) change({ process: found.process, version: found.version });
        }}
        options={all.map((one) => ({ value: keyOf(one), label: labelOf(one) }))}
      />
      <Period />
      {asked && <Download of="supervision/heat" query={asked} />}
    </>
  );
  return (
    <Frame page="heat" controls={controls}>
      <ErrorNotice
        error={versions.error ?? query.error}
        retry={() => void (versions.refetch(), query.refetch())}
      />
      <Segmented
        size="small"
        value={measure}
        onChange={(value) => change({ measure: value })}
        options={MEASURES.map((value) => ({ value, label: t(`supervision.heat-${value}`) }))}
      />
      {query.isLoading && <Loading />}
      {query.data && <Diagram xml={query.data.xml} heat={warmthOf(elements, measure)} />}
      <Table<HeatElement>
        rowKey="element"
        size="small"
        className="dense"
        loading={query.isLoading}
        dataSource={elements}
        pagination={false}
        locale={{ emptyText: <Empty title={t('supervision.none-heat')} /> }}
        data-testid="heat-table"
        columns={[
          {
            title: t('supervision.heat-element'),
            key: 'name',
            render: (_, row) => row.name || row.element,
          },
          ...MEASURES.map((value) => ({
            title: t(`supervision.heat-${value}`),
            key: value,
            align: 'right' as const,
            sorter: (a: HeatElement, b: HeatElement) => (a[value] ?? -1) - (b[value] ?? -1),
            render: (_: unknown, row: HeatElement) => (
              <span className="number">
                {value.endsWith('Hours') ? decimal(row[value]) : row[value]}
              </span>
            ),
          })),
          { title: t('supervision.heat-late'), dataIndex: 'late', align: 'right' },
        ]}
      />
    </Frame>
  );
}
