/** Of a definition that is drawn: whose draft there is, what was restored, and what to do when two draw. */
import { useTranslation } from 'react-i18next';
import { momentText } from '../time.js';
import { Notice } from '../ui.js';
import { KeepingError } from './Conflict.js';
import type { Definition, VersionHead } from './useDefinition.js';

interface Props<Version extends VersionHead> {
  definition: Definition<Version>;
  kind: string;
  id: string;
}

export function DraftState<Version extends VersionHead>({ definition, kind, id }: Props<Version>) {
  const { t } = useTranslation();
  const { recovered, draft, error, save, overwrite, takeTheirs } = definition;
  return (
    <div className="designer-state">
      {recovered !== null && (
        <Notice tone="info" testId="recovered">
          {t('versions.recovered', { at: momentText(new Date(recovered).toISOString()) })}
        </Notice>
      )}
      <KeepingError error={save.error ?? error} {...{ kind, id, overwrite, takeTheirs }} />
      {draft && (
        <p className="small muted" data-testid="draft-of">
          {t('versions.draft-of', { name: draft.createdBy, at: momentText(draft.updatedAt) })}
        </p>
      )}
    </div>
  );
}
