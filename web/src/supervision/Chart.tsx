/** A chart of bars or lines; echarts is large and comes when a chart is first looked at. */
import { useEffect, useRef, useState } from 'react';
import { Loading } from '../shared/ui.js';

export interface ChartData {
  names: string[];
  bars: { name: string; values: (number | null)[] }[];
  /** Values are shares between 0 and 1. */
  rates: boolean;
  /** What goes on from one to the next is a line. */
  lines?: boolean;
}

const COLOURS = ['#1251b5', '#e59a00', '#1f9d63', '#8a5fc7'];

const valueText = (rates: boolean) => (value: unknown) =>
  typeof value !== 'number'
    ? '—'
    : rates
      ? `${(value * 100).toFixed(1)}%`
      : String(Math.round(value * 10) / 10);

export default function Chart({ data, label }: { data: ChartData; label: string }) {
  const box = useRef<HTMLDivElement>(null);
  const [ready, setReady] = useState(false);
  useEffect(() => {
    let gone = false;
    let close = () => {};
    void import('./echarts.js').then(({ openChart }) => {
      if (gone || !box.current) return;
      const chart = openChart(box.current);
      chart.setOption({
        color: COLOURS,
        grid: { left: 8, right: 16, top: 36, bottom: 8, containLabel: true },
        legend: { top: 0 },
        tooltip: { trigger: 'axis', valueFormatter: valueText(data.rates) },
        xAxis: {
          type: 'category',
          data: data.names,
          axisLabel: {
            interval: 0,
            rotate: data.names.length > 8 ? 30 : 0,
            width: 110,
            overflow: 'truncate',
          },
        },
        yAxis: {
          type: 'value',
          axisLabel: { formatter: valueText(data.rates) },
          ...(data.rates && { max: 1 }),
        },
        series: data.bars.map(({ name, values }) => ({
          type: data.lines ? 'line' : 'bar',
          name,
          data: values,
          barMaxWidth: 28,
        })),
        animation: false,
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
  }, [data]);
  return (
    <>
      {!ready && <Loading lines={3} />}
      <div
        className="chart"
        ref={box}
        role="img"
        aria-label={label}
        data-testid="chart"
        data-ready={ready}
      />
    </>
  );
}
