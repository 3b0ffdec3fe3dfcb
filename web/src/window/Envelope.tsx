/** One envelope for several results of one person: courier and number are entered once. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/endpoints.js';
import type { Parcel } from '../api/model.js';
import { ErrorNotice, Notice } from '../shared/ui.js';

/** What may go into an envelope: to be posted, complete, not sent yet. */
export const postable = ({ way, sentAt, waitingFor }: Parcel): boolean =>
  way === 'post' && !sentAt && waitingFor.length === 0;

/** Whether two results go to one person at one address. */
export const sameReceiver = (one: Parcel, other: Parcel): boolean =>
  one.applicantName === other.applicantName && one.address === other.address;

interface Props {
  parcels: Parcel[];
  onDone: () => void;
}

export function Envelope({ parcels, onDone }: Props) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [courier, setCourier] = useState('');
  const [number, setNumber] = useState('');
  const send = useMutation({
    mutationFn: () =>
      api.sendResults({
        cases: parcels.map(({ caseNumber }) => caseNumber),
        courier: courier.trim(),
        trackingNumber: number.trim(),
      }),
    onSuccess: async ({ items }) => {
      await queries.invalidateQueries({ queryKey: ['deliveries'] });
      if (items.every(({ state }) => state === 'done')) onDone();
    },
  });
  const refused = send.data?.items.filter(({ state }) => state === 'refused') ?? [];
  const first = parcels[0]!;
  return (
    <form
      className="card stack envelope"
      aria-label={t('delivery.envelope')}
      data-testid="envelope"
      onSubmit={(event) => {
        event.preventDefault();
        send.mutate();
      }}
    >
      <strong>
        {t('delivery.envelope-of', { count: parcels.length, name: first.applicantName })}
      </strong>
      <span className="small">{first.address}</span>
      <div className="row">
        <input
          className="form-control"
          aria-label={t('delivery.envelope-courier')}
          placeholder={t('delivery.courier')}
          autoComplete="off"
          maxLength={50}
          value={courier}
          onChange={(event) => setCourier(event.target.value)}
        />
        <input
          className="form-control number"
          aria-label={t('delivery.envelope-number')}
          placeholder={t('delivery.parcel-number')}
          autoComplete="off"
          maxLength={50}
          value={number}
          onChange={(event) => setNumber(event.target.value)}
        />
        <button
          type="submit"
          className="button"
          disabled={courier.trim().length < 2 || number.trim().length < 5 || send.isPending}
        >
          {t('delivery.send')}
        </button>
      </div>
      {refused.length > 0 && (
        <Notice tone="warning" title={t('delivery.not-sent', { count: refused.length })}>
          {refused.map(({ caseNumber, message }) => (
            <p key={caseNumber}>
              <span className="number">{caseNumber}</span> {message}
            </p>
          ))}
        </Notice>
      )}
      <ErrorNotice error={send.error} />
    </form>
  );
}
