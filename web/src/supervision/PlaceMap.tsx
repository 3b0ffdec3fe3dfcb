/** The board as a map: where the chosen figure is high. The table under it says the same in numbers. */
import { Segmented } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Board, BoardRow, Figure } from '../api/model.js';
import { Loading } from '../shared/ui.js';
import { useParamsState, withParams } from './filter.js';
import { nameOf } from './names.js';
import { COUNTY_NAMES, shapesOf } from './outlines.js';

const FIGURES: Figure[] = ['overdue', 'open', 'dueSoon', 'incidents', 'proposedCards', 'redCards'];

/** From the least to the most; white is none. */
const SCALE = ['#f4f7fc', '#ffe2a8', '#f7a35c', '#c8372d'];

export default function PlaceMap({ board }: { board: Board }) {
  const { t } = useTranslation();
  const [params, change] = useParamsState();
  const navigate = useNavigate();
  const box = useRef<HTMLDivElement>(null);
  const [ready, setReady] = useState(false);
  const asked = params.get('map') as Figure | null;
  const figure = FIGURES.find((one) => one === asked) ?? 'overdue';
  const { rows, group } = board;
  const address = params.toString();
  useEffect(() => {
    let gone = false;
    let close = () => {};
    void import('./echarts.js').then(({ openChart, registerMap }) => {
      if (gone || !box.current) return;
      const chart = openChart(box.current);
      registerMap('places', shapesOf(rows) as never);
      const most = Math.max(1, ...rows.map((row) => row.figures[figure]));
      const label = ({ key, name }: BoardRow) => nameOf(t, group, key, name);
      const named = Object.fromEntries(rows.map((row) => [row.key, label(row)]));
      const names: Record<string, string> = { ...COUNTY_NAMES, ...named };
      const valueOf = Object.fromEntries(rows.map((row) => [row.key, row.figures[figure]]));
      chart.setOption({
        tooltip: {
          formatter: ({ name }: { name: string }) => `${names[name]}：${valueOf[name] ?? 0}`,
        },
        visualMap: {
          ...{ type: 'continuous', min: 0, max: most, left: 0, top: 'middle', itemHeight: 90 },
          ...{ inRange: { color: SCALE }, calculable: false },
        },
        series: [
          {
            ...{ type: 'map', map: 'places', aspectScale: 0.8, animation: false },
            ...{ selectedMode: false, top: 8, bottom: 8 },
            label: {
              ...{ show: true, fontSize: 12, color: '#1b2432' },
              formatter: ({ name }: { name: string }) => `${names[name]}\n${valueOf[name] ?? 0}`,
            },
            itemStyle: { borderColor: '#7a8699', borderWidth: 1 },
            emphasis: { itemStyle: { areaColor: '#cfe0fb' } },
            data: rows.map(({ key }) => ({ name: key, value: valueOf[key] })),
          },
        ],
      });
      chart.on('click', ({ name }) => {
        if (valueOf[name] === undefined) return;
        const to = withParams(new URLSearchParams(address), { [group]: name, group: undefined });
        void navigate(to);
      });
      const resized = () => chart.resize();
      window.addEventListener('resize', resized);
      close = () => {
        window.removeEventListener('resize', resized);
        chart.dispose();
      };
      setReady(true);
    });
    return () => {
      gone = true;
      close();
    };
  }, [rows, group, figure, address, navigate, t]);
  return (
    <section className="card no-print" aria-label={t('supervision.map')}>
      <Segmented
        size="small"
        value={figure}
        onChange={(value) => change({ map: value })}
        options={FIGURES.map((value) => ({ value, label: t(`supervision.figure-${value}`) }))}
      />
      {!ready && <Loading lines={3} />}
      <div
        className="place-map"
        ref={box}
        role="img"
        aria-label={t('supervision.map-of', { figure: t(`supervision.figure-${figure}`) })}
        data-testid="place-map"
        data-ready={ready}
      />
      <p className="small muted">{t('supervision.map-note')}</p>
    </section>
  );
}
