import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '../shared/ui.js';

interface Props {
  save: { isPending: boolean; isSuccess: boolean; error: Error | null };
}

/** Says quietly whether what was typed is safe. */
export function SaveState({ save }: Props) {
  const { t } = useTranslation();
  if (save.error) return <ErrorNotice error={save.error} />;
  const key = save.isPending ? 'apply.saving' : save.isSuccess ? 'apply.saved' : 'apply.autosave';
  return (
    <span className="saved" role="status">
      {t(key)}
    </span>
  );
}
