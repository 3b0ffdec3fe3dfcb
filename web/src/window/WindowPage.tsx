/** 综合窗口: who stands at the counter, what they apply for, and what was collected. Keyboard first. */
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { api } from '../api/endpoints.js';
import type { ItemSummary, NewEntry, Region } from '../api/model.js';
import { isEnough, RegionPicker } from '../shared/forms/RegionPicker.js';
import '../portal/portal.css';
import '../shared/forms/form.css';
import { chinaToday } from '../shared/time.js';
import { ErrorNotice } from '../shared/ui.js';
import { CollectionTable } from './CollectionTable.js';
import { ItemSearch } from './ItemSearch.js';
import { rememberPerson, samePerson } from './person.js';
import { useOwnPlace } from './place.js';
import './window.css';

function Field({ id, label, children }: { id: string; label: string; children: ReactNode }) {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children}
    </div>
  );
}

const EMPTY: NewEntry = { item: '', region: '', kind: 'natural', idNumber: '', name: '' };

/** What the city calls the item by which the window takes what could not be done. */
const UNRESOLVED = '办不成事';

/** 办不成事: whoever could not get something done is heard at the same counter, as a case with its own limit. */
function Unresolved({ onChoose }: { onChoose: (item: ItemSummary) => void }) {
  const { t } = useTranslation();
  const found = useQuery({
    queryKey: ['items', UNRESOLVED],
    queryFn: () => api.items(UNRESOLVED),
  });
  const item = found.data?.items.find(({ name }) => name.startsWith(UNRESOLVED));
  if (!item) return null;
  return (
    <section className="card row between">
      <div>
        <h2>{item.name}</h2>
        <p className="small muted">{t('window.unresolved-why')}</p>
      </div>
      <button
        type="button"
        className="button"
        onClick={() => onChoose(item)}
        data-testid="unresolved"
      >
        {t('window.unresolved')}
      </button>
    </section>
  );
}

function EntryForm({ begun }: { begun: ItemSummary | null }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [entry, setEntry] = useState<NewEntry>(() => ({
    ...EMPTY,
    ...samePerson(),
    item: begun?.code ?? '',
  }));
  const [chosen, setPath] = useState<Region[]>();
  const own = useOwnPlace();
  const path = chosen ?? own;
  const set = (part: Partial<NewEntry>) => setEntry((now) => ({ ...now, ...part }));
  const open = useMutation({
    mutationFn: () => api.enterAtWindow({ ...entry, region: path.at(-1)?.code ?? '' }),
    onSuccess: (draft) => {
      rememberPerson(entry);
      void navigate(`/drafts/${draft.id}`);
    },
  });
  const legal = entry.kind === 'legal';
  const late = entry.receivedOn !== undefined && entry.receivedOn < chinaToday();
  const ready =
    entry.item !== '' &&
    isEnough(path, 'township') &&
    entry.idNumber.length === 18 &&
    entry.name !== '';
  return (
    <form
      className="card window-entry"
      data-testid="window-entry"
      onSubmit={(event) => {
        event.preventDefault();
        open.mutate();
      }}
    >
      <h2>{t('window.new')}</h2>
      <Field id="window-item" label={t('window.item')}>
        <ItemSearch
          id="window-item"
          value={entry.item}
          {...(begun && { name: begun.name })}
          onChange={(item) => set({ item })}
        />
      </Field>
      <Field id="window-kind" label={t('window.kind')}>
        <select
          id="window-kind"
          className="form-control"
          value={entry.kind}
          onChange={(event) => set({ kind: event.target.value as NewEntry['kind'] })}
        >
          <option value="natural">{t('window.natural')}</option>
          <option value="legal">{t('window.legal')}</option>
        </select>
      </Field>
      <Field id="window-number" label={t(legal ? 'window.credit-code' : 'window.id-number')}>
        <input
          id="window-number"
          className="form-control number"
          inputMode="text"
          autoComplete="off"
          maxLength={18}
          value={entry.idNumber}
          onChange={(event) => set({ idNumber: event.target.value.toUpperCase().trim() })}
        />
      </Field>
      <Field id="window-name" label={t(legal ? 'window.firm' : 'window.name')}>
        <input
          id="window-name"
          className="form-control"
          autoComplete="off"
          maxLength={100}
          value={entry.name}
          onChange={(event) => set({ name: event.target.value.trim() })}
        />
      </Field>
      <Field id="window-received" label={t('window.received-on')}>
        <input
          id="window-received"
          type="date"
          className="form-control"
          max={chinaToday()}
          value={entry.receivedOn ?? ''}
          onChange={(event) => set({ receivedOn: event.target.value || undefined })}
        />
        {late && <p className="field-flag">{t('window.late-hint')}</p>}
      </Field>
      <Field id="window-queue" label={t('window.queue')}>
        <input
          id="window-queue"
          className="form-control"
          autoComplete="off"
          maxLength={20}
          value={entry.queueNumber ?? ''}
          onChange={(event) => set({ queueNumber: event.target.value.trim() || undefined })}
        />
      </Field>
      <div className="window-wide">
        <RegionPicker path={path} need="township" onChange={setPath} />
        <p className="small muted">{t('window.region-hint')}</p>
      </div>
      <div className="window-wide stack">
        <ErrorNotice error={open.error} />
        <div className="row">
          <button
            type="submit"
            className="button button-large"
            data-testid="window-open"
            disabled={!ready || open.isPending}
          >
            {t('window.verify')}
          </button>
          <span className="small muted">{t('window.verify-hint')}</span>
        </div>
      </div>
    </form>
  );
}

export default function WindowPage() {
  const { t } = useTranslation();
  const [begun, setBegun] = useState<ItemSummary | null>(null);
  return (
    <div className="page">
      <div className="row between">
        <h1>{t('window.title')}</h1>
        <Link to="/window/authorisations">{t('authorisation.record')}</Link>
      </div>
      <div className="stack">
        <Unresolved onChoose={setBegun} />
        <EntryForm key={begun?.code ?? ''} begun={begun} />
        <section className="card">
          <h2>{t('window.collected')}</h2>
          <CollectionTable view="collected" />
        </section>
      </div>
    </div>
  );
}
