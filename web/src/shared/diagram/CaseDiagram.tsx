/** The process drawn, with where the case stands lit up; the viewer loads when first shown. */
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isBarred } from '../../api/client.js';
import { api } from '../../api/endpoints.js';
import type { CaseDiagram as Diagram } from '../../api/model.js';
import { ErrorNotice, Loading } from '../ui.js';
import './diagram.css';

function Drawing({ diagram }: { diagram: Diagram }) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  const [error, setError] = useState<unknown>(null);
  useEffect(() => {
    let gone = false;
    let close = () => {};
    const draw = async () => {
      const { openViewer } = await import('./viewer.js');
      if (gone || !box.current) return;
      close = await openViewer(box.current, diagram);
    };
    draw().catch((problem: unknown) => {
      if (!gone) setError(problem);
    });
    return () => {
      gone = true;
      close();
    };
  }, [diagram]);
  return (
    <>
      <ErrorNotice error={error} />
      <div
        className="diagram"
        ref={box}
        role="img"
        aria-label={t('diagram.label')}
        data-testid="diagram"
      />
      <p className="diagram-legend small">
        <span className="legend legend-active">{t('diagram.active')}</span>
        <span className="legend legend-completed">{t('diagram.completed')}</span>
        <span className="legend legend-incident">{t('diagram.incident')}</span>
      </p>
    </>
  );
}

export default function CaseDiagram({ number }: { number: string }) {
  const query = useQuery({ queryKey: ['diagram', number], queryFn: () => api.diagram(number) });
  if (query.isPending) return <Loading />;
  if (query.isLoadingError || isBarred(query.error))
    return <ErrorNotice error={query.error} retry={() => void query.refetch()} />;
  return <Drawing diagram={query.data} />;
}
