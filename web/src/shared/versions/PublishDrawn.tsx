/** Publishing what is drawn: what it changes in pictures, what runs on, and why it is done. */
import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../ui.js';
import type { Picture } from './Differences.js';
import { PublishButton } from './PublishButton.js';
import type { Definition, VersionHead } from './useDefinition.js';

interface Props<Version extends VersionHead> {
  kind: string;
  id: string;
  definition: Definition<Version>;
  /** Faults that keep it from being published; null = it is not known yet. */
  errors: number | null;
  picture?: Picture;
}

export function PublishDrawn<Version extends VersionHead>(props: Props<Version>) {
  const { kind, id, definition, errors, picture } = props;
  const { t } = useTranslation();
  const [note, setNote] = useState('');
  const running = definition.known.reduce((sum, { runningCases = 0 }) => sum + runningCases, 0);
  const why = errors === null ? t('designer.checking') : t('versions.errors', { count: errors });
  return (
    <PublishButton
      kind={kind}
      definition={id}
      keep={definition.keepChanged}
      publish={async (reviewed) => {
        await definition.publish({ ...reviewed, note: note.trim() });
        setNote('');
      }}
      disabled={errors !== 0}
      why={errors === 0 ? undefined : why}
      picture={picture}
      ready={note.trim() !== ''}
      terms={
        <>
          {running > 0 && (
            <Notice tone="info" testId="running-cases">
              {t('versions.running', { count: running })}
            </Notice>
          )}
          <label className="version-note">
            {t('versions.note-asked')}
            <Input.TextArea
              value={note}
              maxLength={500}
              autoSize={{ minRows: 2 }}
              data-testid="publish-note"
              onChange={({ target }) => setNote(target.value)}
            />
          </label>
        </>
      }
    />
  );
}
