/** Save what is drawn, go back to what is saved, delete the draft. */
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Definition, VersionHead } from './useDefinition.js';

interface Props<Version extends VersionHead> {
  definition: Definition<Version>;
}

export function DraftButtons<Version extends VersionHead>({ definition }: Props<Version>) {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  const { dirty, autosaved, known, draft, save, drop } = definition;
  const discard = () =>
    modal.confirm({
      title: t('versions.discard'),
      content: t('versions.discard-sure'),
      onOk: () => definition.discard(),
    });
  const remove = () =>
    modal.confirm({
      title: t('versions.drop'),
      content: t('versions.drop-sure'),
      onOk: () => drop.mutateAsync(),
    });
  return (
    <>
      {((dirty && known.length > 0) || autosaved) && (
        <Button data-testid="discard" onClick={discard}>
          {t('versions.discard')}
        </Button>
      )}
      {draft && (
        <Button danger data-testid="drop-draft" loading={drop.isPending} onClick={remove}>
          {t('versions.drop')}
        </Button>
      )}
      <Button data-testid="save-draft" loading={save.isPending} onClick={() => save.mutate()}>
        {t('versions.save')}
      </Button>
    </>
  );
}
