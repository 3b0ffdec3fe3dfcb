/** Every official act on a case: when, who, why, by which article. Oldest first. */
import { useTranslation } from 'react-i18next';
import type { LegalStanding } from '../api/model.js';
import { momentText } from '../shared/time.js';
import { actText, stateText } from './names.js';

export function LegalMoves({ moves }: { moves: LegalStanding['moves'] }) {
  const { t } = useTranslation();
  return (
    <ol className="plain-list" data-testid="legal-moves">
      {moves.map((move, index) => (
        <li key={index} data-act={move.act}>
          <div className="row between">
            <strong>{actText(t, move.act, move.actName)}</strong>
            <span className="small muted">{momentText(move.at)}</span>
          </div>
          <div className="small muted">
            {[
              [move.department, move.person].filter(Boolean).join(' ') || t('law.by-law'),
              stateText(t, move.to, move.toName),
              move.article,
            ]
              .filter(Boolean)
              .join(' · ')}
          </div>
          {move.reason && <div className="small">{move.reason}</div>}
        </li>
      ))}
    </ol>
  );
}
