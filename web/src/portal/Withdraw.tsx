/** Taking an application back, with a reason, asked once more before it is done. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newKey } from '../api/client.js';
import { api } from '../api/endpoints.js';
import { ErrorNotice } from '../shared/ui.js';

export function Withdraw({ number }: { number: string }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const dialog = useRef<HTMLDialogElement>(null);
  const [reason, setReason] = useState('');
  const key = useRef(newKey());
  const withdraw = useMutation({
    mutationFn: () => api.withdraw(number, reason.trim(), key.current),
    onSuccess: async () => {
      dialog.current?.close();
      await queries.invalidateQueries({ queryKey: ['case'] });
    },
  });
  return (
    <>
      <button
        type="button"
        className="button button-danger"
        onClick={() => dialog.current?.showModal()}
      >
        {t('withdraw.open')}
      </button>
      <dialog ref={dialog} aria-labelledby="withdraw-title">
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            withdraw.mutate();
          }}
        >
          <h2 id="withdraw-title">{t('withdraw.title')}</h2>
          <p>{t('withdraw.why')}</p>
          <div className="field">
            <label htmlFor="withdraw-reason">{t('withdraw.reason')}</label>
            <textarea
              id="withdraw-reason"
              className="form-control"
              required
              maxLength={500}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          </div>
          <ErrorNotice error={withdraw.error} />
          <div className="row">
            <button
              type="submit"
              className="button button-danger"
              disabled={reason.trim() === '' || withdraw.isPending}
            >
              {t('withdraw.confirm')}
            </button>
            <button
              type="button"
              className="button button-quiet"
              onClick={() => dialog.current?.close()}
            >
              {t('withdraw.keep')}
            </button>
          </div>
        </form>
      </dialog>
    </>
  );
}
