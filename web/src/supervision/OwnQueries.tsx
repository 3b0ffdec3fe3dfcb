/** One's own saved queries: renamed, shared with the body's supervisors, sent to a person, deleted. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Modal, Popconfirm, Select, Switch } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/endpoints.js';
import type { ChangedSavedQuery, SavedQuery } from '../api/model.js';
import { ErrorNotice } from '../shared/ui.js';

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
      <Select<string | null>
        size="small"
        style={{ width: '100%' }}
        loading={isPending || send.isPending}
        value={null}
        showSearch={{ optionFilterProp: 'label' }}
        aria-label={t('supervision.send-query', { name: query.name })}
        placeholder={t('supervision.send-query-to')}
        data-testid="send-query"
        options={(data?.items ?? []).map(({ person, name, organisation }) => ({
          value: person,
          label: `${name} · ${organisation}`,
        }))}
        onChange={(person) => person && send.mutate(person)}
      />
      <p className="small muted" role="status">
        {query.sentTo.length > 0 &&
          t('supervision.query-sent-to', { names: query.sentTo.join('、') })}
      </p>
      <ErrorNotice error={send.error} />
    </div>
  );
}

function OwnQuery({ query }: { query: SavedQuery }) {
  const { t } = useTranslation();
  const { id } = query;
  const [name, setName] = useState(query.name);
  const change = useAct((asked: ChangedSavedQuery) => api.changeSavedQuery(id, asked));
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
          aria-label={t('supervision.rename-query', { name: query.name })}
          value={name}
          onChange={(event) => setName(event.target.value)}
          onBlur={rename}
          onPressEnter={rename}
          style={{ flex: 1 }}
        />
        <Popconfirm title={t('supervision.delete-query-asked')} onConfirm={() => remove.mutate({})}>
          <Button
            size="small"
            danger
            aria-label={t('supervision.delete-query', { name: query.name })}
            loading={remove.isPending}
          >
            {t('supervision.delete-query-short')}
          </Button>
        </Popconfirm>
      </div>
      <label className="row small">
        <Switch
          size="small"
          checked={query.shared}
          loading={change.isPending}
          onChange={(shared) => change.mutate({ shared })}
          data-testid="share-query"
        />
        {t('supervision.share-query')}
      </label>
      <SendTo query={query} />
      <ErrorNotice error={change.error ?? remove.error} />
    </li>
  );
}

export function OwnQueries({ queries, onClose }: { queries: SavedQuery[]; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Modal open title={t('supervision.own-queries')} footer={null} onCancel={onClose}>
      <p className="small muted">{t('supervision.query-rights')}</p>
      <ul className="own-queries" data-testid="own-queries">
        {queries.map((query) => (
          <OwnQuery key={query.id} query={query} />
        ))}
      </ul>
    </Modal>
  );
}
