/** Two versions of a process beside each other; the viewer loads when it is first looked at. */
import { useQueries } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/endpoints.js';
import { ErrorNotice, Loading } from '../shared/ui.js';
import type { Compared } from '../shared/versions/Differences.js';
import type { Sides } from './compare.js';
import '../shared/diagram/diagram.css';

interface Props {
  process: string;
  compared: Compared;
  /** Element in the middle. */
  chosen: string | null;
}

const CHANGES = ['added', 'removed', 'changed'] as const;

export default function DiagramComparison({ process, compared, chosen }: Props) {
  const { t } = useTranslation();
  const { before, after, differences } = compared;
  const [before_, after_] = useQueries({
    queries: [before ?? after, after].map((version) => ({
      queryKey: ['processes', 'compared', process, version],
      queryFn: () => api.processXml(process, version),
      // A draft has its number again and again.
      gcTime: 0,
    })),
  });
  const [old, now] = [before_?.data?.xml, after_?.data?.xml];
  const oldBox = useRef<HTMLDivElement>(null);
  const newBox = useRef<HTMLDivElement>(null);
  const sides = useRef<Sides | null>(null);
  const wanted = useRef(chosen);
  const [problem, setProblem] = useState<unknown>(null);
  useEffect(() => {
    if (!old || !now) return;
    let gone = false;
    const draw = async () => {
      const { openSides } = await import('./compare.js');
      if (gone || !oldBox.current || !newBox.current) return;
      const opened = await openSides(
        { box: oldBox.current, xml: old },
        { box: newBox.current, xml: now },
        differences,
      );
      if (gone) return opened.close();
      sides.current = opened;
      if (wanted.current) opened.show(wanted.current);
    };
    draw().catch(setProblem);
    return () => {
      gone = true;
      sides.current?.close();
      sides.current = null;
    };
  }, [old, now, differences]);
  useEffect(() => {
    wanted.current = chosen;
    if (chosen) sides.current?.show(chosen);
  }, [chosen]);
  const error = before_?.error ?? after_?.error ?? problem;
  const count = (change: string) =>
    new Set(differences.filter((one) => one.change === change).map(({ place }) => place)).size;
  return (
    <div className="diagram-comparison" data-testid="comparison">
      <ErrorNotice error={error} />
      {!error && (!old || !now) && <Loading />}
      <div className="diagram-sides">
        {[
          { box: oldBox, label: t('versions.number', { version: before ?? after }) },
          { box: newBox, label: t('designer.after', { version: after }) },
        ].map(({ box, label }) => (
          <figure key={label}>
            <figcaption>{label}</figcaption>
            <div ref={box} className="diagram-side" role="img" aria-label={label} />
          </figure>
        ))}
      </div>
      <p className="small diagram-legend">
        {CHANGES.map((change) => (
          <span key={change} className={`legend legend-${change}`}>
            {t(`versions.${change}`)} {count(change)}
          </span>
        ))}
      </p>
    </div>
  );
}
