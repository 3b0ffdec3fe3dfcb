/** Somebody else kept a draft or published meanwhile: who, what they changed, and whose goes on. */
import { useMutation } from '@tanstack/react-query';
import { App, Button, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../api/client.js';
import { api } from '../../api/endpoints.js';
import { ErrorNotice, Notice } from '../ui.js';
import { Differences } from './Differences.js';
import { comparedIn } from './PublishButton.js';

interface Props {
  /** Why the draft could not be kept; null = it could. */
  error: unknown;
  kind: string;
  id: string;
  /** The draft there is gives way to what is drawn here. */
  overwrite: () => Promise<unknown>;
  /** What is drawn here gives way to the draft there is. */
  takeTheirs: () => Promise<unknown>;
}

/** Why a draft could not be kept, with a way on where somebody else kept one. */
export function KeepingError({ error, ...ways }: Props) {
  if (error instanceof ApiError && error.code === 'draft-changed')
    return <Conflict told={error.message} drafted={!('newest' in error.details)} {...ways} />;
  return <ErrorNotice error={error} />;
}

interface ConflictProps extends Omit<Props, 'error'> {
  told: string;
  /** Another draft is there to be looked at; else another version was published. */
  drafted: boolean;
}

/** Another draft or version is there by now. */
export function Conflict(props: ConflictProps) {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  const { told, drafted, kind, id, overwrite, takeTheirs } = props;
  const look = useMutation({ mutationFn: () => api.reviewDefinition(kind, id) });
  const ask = (content: string, onOk: () => Promise<unknown>) =>
    void modal.confirm({ title: t('versions.conflict'), content, onOk });
  return (
    <Notice tone="warning" title={t('versions.conflict')} testId="draft-conflict">
      <p>{told}</p>
      <div className="row">
        {drafted && (
          <Button onClick={() => look.mutate()} loading={look.isPending}>
            {t('versions.conflict-look')}
          </Button>
        )}
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
        {look.data && <Differences compared={comparedIn(look.data)} />}
      </Modal>
    </Notice>
  );
}
