/** Of a definition that is drawn: whose draft there is, what was restored, and what to do when two draw. */
import { useMutation } from '@tanstack/react-query';
import { App, Button, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/endpoints.js';
import { ApiError } from '../../api/client.js';
import { momentText } from '../time.js';
import { ErrorNotice, Notice } from '../ui.js';
import { Differences } from './Differences.js';
import type { Definition, VersionHead } from './useDefinition.js';

interface Props<Version extends VersionHead> {
  definition: Definition<Version>;
  kind: string;
  id: string;
}

export function DraftState<Version extends VersionHead>({ definition, kind, id }: Props<Version>) {
  const { t } = useTranslation();
  const { recovered, draft, error, save } = definition;
  const conflict = save.error instanceof ApiError && save.error.code === 'draft-changed';
  return (
    <div className="designer-state">
      {recovered !== null && (
        <Notice tone="info" testId="recovered">
          {t('versions.recovered', { at: momentText(new Date(recovered).toISOString()) })}
        </Notice>
      )}
      {conflict ? (
        <Conflict definition={definition} kind={kind} id={id} />
      ) : (
        <ErrorNotice error={save.error ?? error} />
      )}
      {draft && (
        <p className="small muted" data-testid="draft-of">
          {t('versions.draft-of', { name: draft.createdBy, at: momentText(draft.updatedAt) })}
        </p>
      )}
    </div>
  );
}

/** Somebody else kept a draft meanwhile: who, what they changed, and whose goes on. */
function Conflict<Version extends VersionHead>({ definition, kind, id }: Props<Version>) {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  const { save, overwrite, takeTheirs } = definition;
  const look = useMutation({ mutationFn: () => api.reviewDefinition(kind, id) });
  const ask = (content: string, onOk: () => Promise<unknown>) =>
    void modal.confirm({ title: t('versions.conflict'), content, onOk });
  return (
    <Notice tone="warning" title={t('versions.conflict')} testId="draft-conflict">
      <p>{save.error?.message}</p>
      <div className="row">
        <Button onClick={() => look.mutate()} loading={look.isPending}>
          {t('versions.conflict-look')}
        </Button>
        <Button onClick={() => ask(t('versions.conflict-theirs-sure'), takeTheirs)}>
          {t('versions.conflict-theirs')}
        </Button>
        <Button onClick={() => ask(t('versions.conflict-mine-sure'), overwrite)}>
          {t('versions.conflict-mine')}
        </Button>
      </div>
      <ErrorNotice error={look.error} />
      <Modal
        open={look.isSuccess}
        width="48rem"
        title={t('versions.conflict-look')}
        footer={null}
        onCancel={() => look.reset()}
      >
        {look.data && <Differences review={look.data} />}
      </Modal>
    </Notice>
  );
}
