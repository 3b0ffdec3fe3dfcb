/** One's own saved queries: renamed, shared with the body's supervisors, sent to a person, deleted. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/endpoints.js';
import type { ChangedSavedQuery, SavedQuery } from '../api/model.js';
import { ErrorNotice } from '../shared/ui.js';
import '../shared/locales/queries.js';

/** Something is done with a query; afterwards the lists are asked for again. */
function useAct<Asked>(act: (asked: Asked) => Promise<unknown>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSettled: () => queries.invalidateQueries({ queryKey: ['saved-queries'] }),
  });
}

/** Chosen, it is sent; who has it is named below. */
function SendTo({ query }: { query: SavedQuery }) {
  const { t } = useTranslation();
  const { data, isPending } = useQuery({
    queryKey: ['query-recipients'],
    queryFn: () => api.queryRecipients(),
  });
  const send = useAct((person: string) => api.sendSavedQuery(query.id, person));
  return (
    <div>
      <select
        className="form-control"
        aria-label={t('queries.send', { name: query.name })}
        data-testid="send-query"
        disabled={isPending || send.isPending}
        value=""
        onChange={({ target }) => target.value && send.mutate(target.value)}
      >
        <option value="">{t('queries.send-to')}</option>
        {(data?.items ?? []).map(({ person, name, organisation }) => (
          <option key={person} value={person}>
            {`${name} · ${organisation}`}
          </option>
        ))}
      </select>
      <p className="small muted" role="status">
        {query.sentTo.length > 0 && t('queries.sent-to', { names: query.sentTo.join('、') })}
      </p>
      <ErrorNotice error={send.error} />
    </div>
  );
}

function OwnQuery({ query }: { query: SavedQuery }) {
  const { t } = useTranslation();
  const { id } = query;
  const [name, setName] = useState(query.name);
  const [asked, setAsked] = useState(false);
  const change = useAct((wanted: ChangedSavedQuery) => api.changeSavedQuery(id, wanted));
  const remove = useAct(() => api.deleteSavedQuery(id));
  const rename = () => {
    const wanted = name.trim();
    if (wanted && wanted !== query.name) change.mutate({ name: wanted });
    else setName(query.name);
  };
  return (
    <li className="own-query" data-testid="own-query">
      <div className="row">
        <Input
          size="small"
          maxLength={40}
          aria-label={t('queries.rename', { name: query.name })}
          value={name}
          onChange={(event) => setName(event.target.value)}
          onBlur={rename}
          onPressEnter={rename}
          style={{ flex: 1 }}
        />
        <Button
          size="small"
          danger
          aria-label={t('queries.delete', { name: query.name })}
          onClick={() => setAsked(!asked)}
        >
          {t('queries.delete-short')}
        </Button>
      </div>
      {asked && (
        <div className="row small" role="alert">
          {t('queries.delete-asked')}
          <Button
            size="small"
            danger
            type="primary"
            loading={remove.isPending}
            onClick={() => remove.mutate({})}
            data-testid="delete-query-sure"
          >
            {t('queries.delete-short')}
          </Button>
        </div>
      )}
      <label className="row small">
        <input
          type="checkbox"
          checked={query.shared}
          disabled={change.isPending}
          onChange={({ target }) => change.mutate({ shared: target.checked })}
          data-testid="share-query"
        />
        {t('queries.share')}
      </label>
      <SendTo query={query} />
      <ErrorNotice error={change.error ?? remove.error} />
    </li>
  );
}

export default function OwnQueries({
  queries,
  onClose,
}: {
  queries: SavedQuery[];
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className="card" aria-labelledby="own-queries" onClose={onClose}>
      <div className="row between">
        <h2 id="own-queries">{t('supervision.own-queries')}</h2>
        <Button size="small" onClick={() => dialog.current?.close()}>
          {t('action.close')}
        </Button>
      </div>
      <p className="small muted">{t('queries.rights')}</p>
      <ul className="own-queries" data-testid="own-queries">
        {queries.map((query) => (
          <OwnQuery key={query.id} query={query} />
        ))}
      </ul>
    </dialog>
  );
}
