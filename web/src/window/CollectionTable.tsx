/** What a window collected, or what is on its way to a department, with the next act for each. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { isBarred } from '../api/client.js';
import { api } from '../api/endpoints.js';
import type { Collection } from '../api/model.js';
import { momentText } from '../shared/time.js';
import { Empty, ErrorNotice, Loading } from '../shared/ui.js';

function Forward({ row }: { row: Collection }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [note, setNote] = useState('');
  const forward = useMutation({
    mutationFn: () => api.forwardPapers(row.caseNumber, note.trim()),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['collections'] }),
  });
  return (
    <form
      className="row"
      onSubmit={(event) => {
        event.preventDefault();
        forward.mutate();
      }}
    >
      <input
        className="form-control"
        aria-label={t('window.forward-how')}
        placeholder={t('window.forward-how')}
        maxLength={200}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      <button
        type="submit"
        className="button button-small"
        disabled={note.trim() === '' || forward.isPending}
      >
        {t('window.forward')}
      </button>
      <ErrorNotice error={forward.error} />
    </form>
  );
}

function Receive({ row }: { row: Collection }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const receive = useMutation({
    mutationFn: () => api.receivePapers(row.caseNumber),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['collections'] }),
  });
  return (
    <>
      <button
        type="button"
        className="button button-small"
        disabled={receive.isPending}
        onClick={() => receive.mutate()}
      >
        {t('window.receive')}
      </button>
      <ErrorNotice error={receive.error} />
    </>
  );
}

function Papers({ row, view }: { row: Collection; view: 'collected' | 'incoming' }) {
  const { t } = useTranslation();
  if (!row.elsewhere) return <span className="muted">{t('window.here')}</span>;
  if (row.receivedAt) return <>{t('window.arrived', { time: momentText(row.receivedAt) })}</>;
  if (row.forwardedAt) {
    return (
      <div className="stack">
        <span>
          {t('window.forwarded', { time: momentText(row.forwardedAt) })} {row.forwardNote}
        </span>
        {view === 'incoming' && <Receive row={row} />}
      </div>
    );
  }
  return view === 'collected' ? <Forward row={row} /> : <>{t('window.not-forwarded')}</>;
}

export function CollectionTable({ view }: { view: 'collected' | 'incoming' }) {
  const { t } = useTranslation();
  const query = useQuery({
    queryKey: ['collections', view],
    queryFn: () => api.collections(view),
  });
  const other = view === 'collected' ? 'owner' : 'window-name';
  const columns = ['serial', 'applicant', 'item-name', 'collected-at', other, 'papers'];
  if (query.isPending) return <Loading lines={4} />;
  if (query.isLoadingError || isBarred(query.error))
    return <ErrorNotice error={query.error} retry={() => void query.refetch()} />;
  if (query.data.items.length === 0) return <Empty title={t(`window.none-${view}`)} />;
  return (
    <div className="window-table">
      <table className="table">
        <thead>
          <tr>
            {columns.map((name) => (
              <th key={name} scope="col">
                {t(`window.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {query.data.items.map((row) => (
            <tr key={row.caseNumber} data-testid="collection">
              <td className="number">
                <Link
                  to={`${view === 'collected' ? '/window/receipts' : '/workbench/cases'}/${row.caseNumber}`}
                >
                  {row.serial}
                </Link>
              </td>
              <td>{row.applicantName}</td>
              <td>{row.itemName}</td>
              <td>
                {momentText(row.collectedAt)}
                {row.late && <span className="tag tag-warning">{t('window.late')}</span>}
              </td>
              <td>{view === 'collected' ? row.owner : row.window}</td>
              <td>
                <Papers row={row} view={view} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
