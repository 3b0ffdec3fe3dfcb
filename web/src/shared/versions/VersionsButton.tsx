/** Opens the list of versions, which loads when it is first asked for. */
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Picture } from './Differences.js';
import type { Definition, DrawnKind, VersionHead } from './useDefinition.js';

const VersionHistory = lazy(() => import('./VersionHistory.js'));

interface Props<Version extends VersionHead> {
  kind: DrawnKind<Version>;
  id: string;
  definition: Definition<Version>;
  picture?: Picture;
}

/** Nothing while no version is kept. */
export function VersionsButton<Version extends VersionHead>(props: Props<Version>) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<boolean>();
  if (props.definition.known.length === 0) return null;
  return (
    <>
      <Button data-testid="version-history" onClick={() => setOpen(true)}>
        {t('versions.history')}
      </Button>
      {open !== undefined && (
        <Suspense>
          <VersionHistory
            {...(props as unknown as Props<VersionHead>)}
            open={open}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      )}
    </>
  );
}
