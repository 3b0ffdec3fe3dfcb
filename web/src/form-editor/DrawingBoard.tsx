/** The three panes of a form's editor, what is wrong with the form, and who uses it. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Input } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { lintForm } from '../../../bpmn/forms/lint/index.js';
import { api } from '../api/endpoints.js';
import type { FormContent, FormVersion } from '../api/model.js';
import { ErrorNotice, Notice } from '../shared/ui.js';
import { KeepingError } from '../shared/versions/Conflict.js';
import type { Unsent } from '../shared/versions/draft-keeper.js';
import { isDraft } from '../shared/versions/made-from.js';
import { PublishButton } from '../shared/versions/PublishButton.js';
import { changeForm, drawnNames } from './drawing.js';
import { FieldList } from './FieldList.js';
import { FieldPanel } from './FieldPanel.js';
import { FormFaults } from './FormFaults.js';
import { downloadForm } from './formFile.js';
import { Preview } from './Preview.js';
import { Usage } from './Usage.js';
import { type BegunForm, useFormDraft } from './useFormDraft.js';

interface Props {
  id: string;
  begun: BegunForm;
  /** Drawn here, and not on the server yet. */
  unsent: Unsent<FormContent> | null;
  versions: FormVersion[];
  label: string;
  /** What is drawn gives way to what is kept. */
  onAgain: () => void;
}

export function DrawingBoard({ id, begun, unsent, versions, label, onAgain }: Props) {
  const { t } = useTranslation();
  const draft = useFormDraft(id, begun, unsent);
  const { form, change, undo, redo, keeper } = draft;
  const [chosen, choose] = useState<string | undefined>(() => drawnNames(form)[0]);
  const [note, setNote] = useState('');
  const findings = useMemo(() => lintForm(form.schema), [form]);
  const field = chosen === undefined ? undefined : form.schema.properties?.[chosen];

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z') return;
      // A text box takes back its own letters.
      if (event.target instanceof HTMLElement && event.target.closest('input, textarea')) return;
      event.preventDefault();
      if (event.shiftKey) redo();
      else undo();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  });

  return (
    <div className="form-editor" aria-label={label} role="region">
      <div className="form-editor-bar">
        <Link to="/forms">{t('form-editor.back')}</Link>
        <Input
          className="form-editor-title"
          aria-label={t('form-editor.name')}
          value={form.schema.title ?? ''}
          maxLength={100}
          onChange={({ target }) => change(changeForm(form, { title: target.value }))}
        />
        <span className="muted small" data-testid="form-saving" role="status">
          {t(`form-editor.${keeper.saving}`)}
        </span>
        <Button disabled={!draft.canUndo} onClick={undo} data-testid="undo">
          {t('form-editor.undo')}
        </Button>
        <Button disabled={!draft.canRedo} onClick={redo} data-testid="redo">
          {t('form-editor.redo')}
        </Button>
        <Button onClick={() => downloadForm(id, form)}>{t('form-editor.export')}</Button>
        <DropDraft id={id} keeper={keeper} versions={versions} onDropped={onAgain} />
        <PublishButton
          kind="form"
          definition={id}
          keep={() => keeper.flush()}
          publish={async (reviewed) => {
            const { version } = await api.publishForm(id, { ...reviewed, note });
            await draft.published(version);
            setNote('');
          }}
          disabled={findings.some(({ severity }) => severity === 'error')}
          terms={
            <label className="form-editor-note">
              {t('form-editor.note')}
              <Input.TextArea
                value={note}
                maxLength={500}
                data-testid="publish-note"
                onChange={({ target }) => setNote(target.value)}
              />
            </label>
          }
        />
      </div>
      <KeepingError
        error={keeper.error}
        kind="form"
        id={id}
        overwrite={draft.overwrite}
        takeTheirs={() => {
          keeper.forget();
          onAgain();
          return Promise.resolve();
        }}
      />
      {draft.restored && <Notice tone="info">{t('form-editor.restored')}</Notice>}
      {draft.isBefore && <Notice tone="info">{t('form-editor.before-handed')}</Notice>}
      <div className="form-editor-panes">
        <FieldList form={form} chosen={chosen} onChoose={choose} onChange={change} />
        <section className="form-editor-panel" aria-label={t('form-editor.properties')}>
          {field && chosen !== undefined ? (
            <FieldPanel
              key={chosen}
              form={form}
              name={chosen}
              field={field}
              onChange={change}
              onRename={choose}
            />
          ) : (
            <p className="muted">{t('form-editor.choose')}</p>
          )}
        </section>
        <Preview form={form} />
      </div>
      <FormFaults findings={findings} onShow={(place) => choose(place.split('.')[0])} />
      <Usage id={id} versions={versions} />
    </div>
  );
}

interface DropProps {
  id: string;
  keeper: ReturnType<typeof useFormDraft>['keeper'];
  versions: FormVersion[];
  onDropped: () => void;
}

/** Back to what is published; where nothing is, back to the list. */
function DropDraft({ id, keeper, versions, onDropped }: DropProps) {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const drop = useMutation({
    mutationFn: async () => {
      await keeper.stop();
      const revision = keeper.told?.revision ?? versions.find(isDraft)?.revision;
      if (revision) await api.dropFormDraft(id, revision);
      await queries.invalidateQueries({ queryKey: ['forms'] });
      if (versions.some(({ state }) => state !== 'draft')) onDropped();
      else await navigate('/forms');
    },
  });
  const ask = () =>
    modal.confirm({
      title: t('versions.drop'),
      content: t('versions.drop-sure'),
      onOk: () => drop.mutateAsync().catch(() => undefined),
    });
  return (
    <>
      <Button
        danger
        data-testid="drop-draft"
        disabled={!versions.some(({ state }) => state === 'draft')}
        loading={drop.isPending}
        onClick={ask}
      >
        {t('versions.drop')}
      </Button>
      <ErrorNotice error={drop.error} />
    </>
  );
}
