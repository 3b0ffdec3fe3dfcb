/** 送达: results that wait to be posted or handed out, the most urgent first, with the next act for each. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { isBarred } from '../api/client.js';
import { api } from '../api/endpoints.js';
import type { PaperKind, Parcel } from '../api/model.js';
import { dueText, momentText } from '../shared/time.js';
import { Empty, ErrorNotice, Loading } from '../shared/ui.js';
import { Envelope, postable, sameReceiver } from './Envelope.js';
import { SignaturePad } from './SignaturePad.js';

const PAPERS: readonly PaperKind[] = ['id-card', 'residence-permit', 'passport', 'authorisation'];

interface ActProps {
  label: string;
  ready: boolean;
  act: () => Promise<unknown>;
  children?: ReactNode;
}

/** A line of fields and the button that sends them; the list is read again afterwards. */
function Act({ label, ready, act, children }: ActProps) {
  const queries = useQueryClient();
  const run = useMutation({
    mutationFn: act,
    onSuccess: () => queries.invalidateQueries({ queryKey: ['deliveries'] }),
  });
  return (
    <form
      className="row"
      onSubmit={(event) => {
        event.preventDefault();
        run.mutate();
      }}
    >
      {children}
      <button type="submit" className="button button-small" disabled={!ready || run.isPending}>
        {label}
      </button>
      <ErrorNotice error={run.error} />
    </form>
  );
}

interface FieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
}

function Field({ label, value, onChange }: FieldProps) {
  return (
    <input
      className="form-control"
      aria-label={label}
      placeholder={label}
      autoComplete="off"
      maxLength={50}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

function Send({ caseNumber }: Parcel) {
  const { t } = useTranslation();
  const [courier, setCourier] = useState('');
  const [number, setNumber] = useState('');
  return (
    <Act
      label={t('delivery.send')}
      ready={courier.trim().length > 1 && number.trim().length > 4}
      act={() => api.sendResult(caseNumber, courier.trim(), number.trim())}
    >
      <Field label={t('delivery.courier')} value={courier} onChange={setCourier} />
      <Field label={t('delivery.parcel-number')} value={number} onChange={setNumber} />
    </Act>
  );
}

function HandOut({ caseNumber, applicantName }: Parcel) {
  const { t } = useTranslation();
  // Mostly it is the applicant who comes.
  const [receiver, setReceiver] = useState(applicantName);
  const [drawn, setDrawn] = useState('');
  const [paper, setPaper] = useState<PaperKind>('id-card');
  return (
    <Act
      label={t('delivery.hand-out')}
      ready={receiver.trim().length > 1}
      act={() => api.handOutResult(caseNumber, receiver.trim(), paper, drawn)}
    >
      <Field label={t('delivery.signature')} value={receiver} onChange={setReceiver} />
      <select
        className="form-control"
        aria-label={t('delivery.paper')}
        value={paper}
        onChange={(event) => setPaper(event.target.value as PaperKind)}
      >
        {PAPERS.map((kind) => (
          <option key={kind} value={kind}>
            {t(`delivery.paper-${kind}`)}
          </option>
        ))}
      </select>
      <SignaturePad value={drawn} onChange={setDrawn} />
    </Act>
  );
}

function Next({ parcel }: { parcel: Parcel }) {
  const { t } = useTranslation();
  if (parcel.waitingFor.length > 0) {
    return <>{t('delivery.waits-for', { names: parcel.waitingFor.join('、') })}</>;
  }
  if (parcel.sentAt) {
    return (
      <div className="stack">
        <span>
          {t('delivery.sent', { time: momentText(parcel.sentAt) })} {parcel.courier}{' '}
          <span className="number">{parcel.trackingNumber}</span>
        </span>
        <Act label={t('delivery.arrive')} ready act={() => api.resultArrived(parcel.caseNumber)} />
      </div>
    );
  }
  return (
    <div className="stack">
      {parcel.way === 'post' && <Send {...parcel} />}
      <HandOut {...parcel} />
    </div>
  );
}

export function DeliveryTable() {
  const { t } = useTranslation();
  const [picked, setPicked] = useState<string[]>([]);
  const query = useQuery({ queryKey: ['deliveries'], queryFn: () => api.deliveries() });
  if (query.isPending) return <Loading lines={4} />;
  if (query.isLoadingError || isBarred(query.error))
    return <ErrorNotice error={query.error} retry={() => void query.refetch()} />;
  if (query.data.items.length === 0) return <Empty title={t('delivery.none')} />;
  const { items } = query.data;
  const chosen = items.filter((one) => picked.includes(one.caseNumber) && postable(one));
  const pick = (number: string, on: boolean) =>
    setPicked((now) => (on ? [...now, number] : now.filter((one) => one !== number)));
  return (
    <>
      {chosen.length > 0 && <Envelope parcels={chosen} onDone={() => setPicked([])} />}
      <div className="window-table">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('delivery.together-short')}</th>
              {['case', 'applicant', 'way', 'due', 'next'].map((name) => (
                <th key={name} scope="col">
                  {t(`delivery.column-${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {items.map((parcel) => (
              <tr key={parcel.caseNumber} data-testid="parcel">
                <td>
                  {postable(parcel) && (
                    <input
                      type="checkbox"
                      className="pick"
                      aria-label={t('delivery.pick', { number: parcel.caseNumber })}
                      checked={picked.includes(parcel.caseNumber)}
                      disabled={chosen.length > 0 && !sameReceiver(chosen[0]!, parcel)}
                      onChange={(event) => pick(parcel.caseNumber, event.target.checked)}
                    />
                  )}
                </td>
                <td>
                  <Link to={`/workbench/cases/${parcel.caseNumber}`}>{parcel.itemName}</Link>
                  <div className="small muted number">{parcel.caseNumber}</div>
                  {parcel.together && (
                    <div className="small">
                      {parcel.parts.map((part) => part.itemName).join('、')}
                    </div>
                  )}
                </td>
                <td>{parcel.applicantName}</td>
                <td>
                  {t(`delivery.way-${parcel.way}`)}
                  {parcel.way === 'post' && <div className="small">{parcel.address}</div>}
                </td>
                <td>{parcel.dueAt ? dueText(parcel.dueAt) : '—'}</td>
                <td>
                  <Next parcel={parcel} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
