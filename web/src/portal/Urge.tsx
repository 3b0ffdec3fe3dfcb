/** 催办: the applicant, or a supervisor, asks those who have the case to hurry. */
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newKey } from '../api/client.js';
import { api } from '../api/endpoints.js';
import { ErrorNotice, Notice } from '../shared/ui.js';

export function Urge({ number }: { number: string }) {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  const [note, setNote] = useState('');
  const urge = useMutation({ mutationFn: () => api.urgeCase(number, note.trim(), newKey()) });
  const open = () => {
    urge.reset();
    dialog.current?.showModal();
  };
  return (
    <>
      <button type="button" className="button button-quiet" data-testid="urge" onClick={open}>
        {t('verb.urge')}
      </button>
      <dialog ref={dialog} aria-label={t('verb.urge')}>
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            if (urge.isSuccess) dialog.current?.close();
            else urge.mutate();
          }}
        >
          <h2>{t('verb.urge')}</h2>
          {!urge.isSuccess && (
            <label className="field">
              {t('verb.urge-note')}
              <textarea
                className="form-control"
                maxLength={200}
                value={note}
                data-testid="urge-note"
                onChange={(event) => setNote(event.target.value)}
              />
            </label>
          )}
          {urge.data && (
            <Notice tone="success">{t('verb.urged', { count: urge.data.tasks })}</Notice>
          )}
          <ErrorNotice error={urge.error} />
          <div className="row">
            <button
              type="submit"
              className="button"
              data-testid="urge-ok"
              disabled={urge.isPending}
            >
              {t(urge.isSuccess ? 'action.close' : 'verb.urge')}
            </button>
            {!urge.isSuccess && (
              <button
                type="button"
                className="button button-quiet"
                onClick={() => dialog.current?.close()}
              >
                {t('action.cancel')}
              </button>
            )}
          </div>
        </form>
      </dialog>
    </>
  );
}
