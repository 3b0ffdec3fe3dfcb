/**
 * What the applicant filled in, as the handler sees it. Numbers of people are masked until the handler
 * says why they are needed; then they stand there until the page is left, and the audit log says so.
 */
import { useMutation } from '@tanstack/react-query';
import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/endpoints.js';
import { itemForm, type CaseDetail, type PersonalData } from '../api/model.js';
import { AnswerList } from '../shared/forms/AnswerList.js';
import { ErrorNotice } from '../shared/ui.js';

interface Props {
  one: CaseDetail;
  onShown: (inClear: PersonalData) => void;
}

export function Answers({ one, onShown }: Props) {
  return (
    <section className="card">
      {one.masked && <ShowNumbers number={one.number} onShown={onShown} />}
      <AnswerList
        form={one.formSchema && itemForm(one.formSchema, one.uiSchema)}
        value={one.form}
      />
    </section>
  );
}

function ShowNumbers({ number, onShown }: { number: string; onShown: Props['onShown'] }) {
  const { t } = useTranslation();
  const field = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [reason, setReason] = useState('');
  const show = useMutation({
    mutationFn: () => api.personalData(number, reason.trim()),
    onSuccess: onShown,
  });
  return (
    <>
      <div className="row between">
        <span className="muted">{t('numbers.masked')}</span>
        <button
          type="button"
          className="button button-quiet"
          onClick={() => dialog.current?.showModal()}
        >
          {t('numbers.show')}
        </button>
      </div>
      <dialog ref={dialog} aria-labelledby={`${field}-title`}>
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            show.mutate();
          }}
        >
          <h2 id={`${field}-title`}>{t('numbers.show')}</h2>
          <p>{t('numbers.why')}</p>
          <div className="field">
            <label htmlFor={field}>{t('numbers.reason')}</label>
            <textarea
              id={field}
              className="form-control"
              required
              minLength={2}
              maxLength={200}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          </div>
          <ErrorNotice error={show.error} />
          <div className="row">
            <button
              type="submit"
              className="button"
              disabled={reason.trim().length < 2 || show.isPending}
            >
              {t('numbers.confirm')}
            </button>
            <button
              type="button"
              className="button button-quiet"
              onClick={() => dialog.current?.close()}
            >
              {t('numbers.cancel')}
            </button>
          </div>
        </form>
      </dialog>
    </>
  );
}
