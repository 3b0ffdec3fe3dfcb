/** Of a definition that is drawn: whose draft there is, what was restored, and what to do when two draw. */
import { useTranslation } from 'react-i18next';
import { momentText } from '../time.js';
import { Notice } from '../ui.js';
import { Conflict, KeepingError } from './Conflict.js';
import type { Definition, VersionHead } from './useDefinition.js';

interface Props<Version extends VersionHead> {
  definition: Definition<Version>;
  kind: string;
  id: string;
}

export function DraftState<Version extends VersionHead>({ definition, kind, id }: Props<Version>) {
  const { t } = useTranslation();
  const { recovered, draft, overtaken, error, save, overwrite, takeTheirs } = definition;
  const problem = save.error ?? error;
  return (
    <div className="designer-state">
      {recovered !== null && (
        <Notice tone="info" testId="recovered">
          {t('versions.recovered', { at: momentText(new Date(recovered).toISOString()) })}
        </Notice>
      )}
      <KeepingError error={problem} {...{ kind, id, overwrite, takeTheirs }} />
      {overtaken && problem === null && (
        <Conflict
          told={t('versions.overtaken', {
            name: overtaken.createdBy,
            at: momentText(overtaken.updatedAt),
          })}
          drafted
          {...{ kind, id, overwrite, takeTheirs }}
        />
      )}
      {draft && (
        <p className="small muted" data-testid="draft-of">
          {t('versions.draft-of', { name: draft.createdBy, at: momentText(draft.updatedAt) })}
        </p>
      )}
    </div>
  );
}
