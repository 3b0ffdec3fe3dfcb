/** Where what is drawn is kept by now: nowhere yet, on this machine, on the platform. */
import { useTranslation } from 'react-i18next';
import type { Definition, VersionHead } from './useDefinition.js';

/** Nothing while all that is drawn was saved by hand. */
export function Saved<Version extends VersionHead>({
  definition: { dirty, kept, autosaved },
}: {
  definition: Pick<Definition<Version>, 'dirty' | 'kept' | 'autosaved'>;
}) {
  const { t } = useTranslation();
  if (!dirty && !autosaved) return null;
  const text = !dirty ? 'autosaved' : kept ? 'unsaved-kept' : 'unsaved';
  return (
    <span className={`tag ${dirty ? 'tag-warning' : ''}`} role="status" data-testid="unsaved">
      {t(`versions.${text}`)}
    </span>
  );
}
