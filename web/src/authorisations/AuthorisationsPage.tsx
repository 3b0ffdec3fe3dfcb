/** 委托代办: whom one lets act, and for whom one may; each dated, and ended by either at any time. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { newKey } from '../api/client.js';
import { api } from '../api/endpoints.js';
import { fileAddress } from '../api/files.js';
import type { Authorisation } from '../api/model.js';
import '../portal/portal.css';
import '../shared/forms/form.css';
import '../shared/locales/authorisations.js';
import { useEnglish } from '../shared/english.js';
import { useSession } from '../shared/session.js';
import { dateText } from '../shared/time.js';
import { ErrorNotice, Loading, Notice } from '../shared/ui.js';
import { areWhole, asAsked, noTerms, TermsFields } from './fields.js';

type Side = 'given' | 'received';

/** Ending is asked about: it cannot be taken back. */
function End({ one, side, onKeep }: { one: Authorisation; side: Side; onKeep: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const end = useMutation({
    mutationFn: () => api.revokeAuthorisation(one.id),
    onSuccess: async () => {
      onKeep();
      await queries.invalidateQueries({ queryKey: ['authorisations'] });
      await queries.invalidateQueries({ queryKey: ['session'] });
    },
  });
  const given = side === 'given';
  const name = given ? one.agentName : one.principalName;
  return (
    <Notice
      tone="warning"
      title={t(given ? 'authorisation.revoke-sure' : 'authorisation.resign-sure', { name })}
    >
      <p>{t('authorisation.revoke-how')}</p>
      <ErrorNotice error={end.error} />
      <div className="row">
        <button type="button" className="button button-small" autoFocus onClick={onKeep}>
          {t('authorisation.keep')}
        </button>
        <button
          type="button"
          className="button button-quiet button-small"
          data-testid="end-authorisation"
          disabled={end.isPending}
          onClick={() => end.mutate()}
        >
          {t(given ? 'authorisation.revoke' : 'authorisation.resign')}
        </button>
      </div>
    </Notice>
  );
}

const TAGS: Record<Authorisation['state'], string> = {
  ...{ coming: 'tag', counts: 'tag tag-success', over: 'tag tag-neutral' },
  revoked: 'tag tag-neutral',
};

function Row({ one, side }: { one: Authorisation; side: Side }) {
  const { t } = useTranslation();
  const say = useEnglish();
  const { actFor } = useSession();
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  const act = useMutation({
    mutationFn: () => actFor(one.id),
    onSuccess: () => navigate('/'),
  });
  const name = side === 'given' ? one.agentName : one.principalName;
  const open = one.state === 'counts' || one.state === 'coming';
  return (
    <li className="stack" data-testid={`authorisation-${side}`} data-state={one.state}>
      <div className="row between">
        <strong>{name}</strong>
        <span className={TAGS[one.state]}>{t(`authorisation.state-${one.state}`)}</span>
      </div>
      <div>
        {one.items ? one.items.map((item) => say(item.name)).join('、') : t('authorisation.all')}
      </div>
      <div className="small muted">
        {t('authorisation.period', {
          from: dateText(one.from),
          to: dateText(one.to),
        })}
        {' · '}
        {t('authorisation.cases', { count: one.cases })}
        {one.window && ` · ${t('authorisation.at-window', { window: one.window })}`}
      </div>
      <div className="row">
        {side === 'received' && one.state === 'counts' && (
          <button
            type="button"
            className="button button-small"
            disabled={act.isPending}
            onClick={() => act.mutate()}
          >
            {t('authorisation.act', { name })}
          </button>
        )}
        {open && (
          <button
            type="button"
            className="button button-quiet button-small"
            onClick={() => setAsking(true)}
          >
            {t(side === 'given' ? 'authorisation.revoke' : 'authorisation.resign')}
          </button>
        )}
        {one.paper && (
          <a href={fileAddress(one.paper)} target="_blank" rel="noreferrer">
            {t('authorisation.paper')}
          </a>
        )}
      </div>
      <ErrorNotice error={act.error} />
      {asking && <End one={one} side={side} onKeep={() => setAsking(false)} />}
    </li>
  );
}

function Giving() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [terms, setTerms] = useState(noTerms);
  const key = useRef(newKey());
  const give = useMutation({
    mutationFn: () => api.authorise(asAsked(terms), key.current),
    onSuccess: () => {
      key.current = newKey();
      setTerms(noTerms());
      return queries.invalidateQueries({ queryKey: ['authorisations'] });
    },
  });
  return (
    <form
      className="stack"
      data-testid="authorise"
      onSubmit={(event) => {
        event.preventDefault();
        give.mutate();
      }}
    >
      <p className="muted">{t('authorisation.new-how')}</p>
      <TermsFields terms={terms} set={(part) => setTerms((now) => ({ ...now, ...part }))} />
      <ErrorNotice error={give.error} />
      {give.isSuccess && <Notice tone="success" title={t('authorisation.given-done')} />}
      <div className="actions">
        <button
          type="submit"
          className="button button-large"
          disabled={!areWhole(terms) || give.isPending}
        >
          {t('authorisation.give')}
        </button>
      </div>
    </form>
  );
}

export default function AuthorisationsPage() {
  const { t } = useTranslation();
  const { session, post } = useSession();
  const all = useQuery({
    queryKey: ['authorisations'],
    queryFn: api.authorisations,
  });
  const oneself = !post && !session?.actingFor;
  return (
    <div className="page page-narrow">
      <h1>{t('authorisation.title')}</h1>
      <p className="muted">{t('authorisation.why')}</p>
      <div className="stack">
        <ErrorNotice error={all.error} retry={() => void all.refetch()} />
        {all.isPending && <Loading lines={5} />}
        {all.data &&
          (['received', 'given'] as const).map((side) => (
            <section className="card" key={side}>
              <h2>{t(`authorisation.${side}`)}</h2>
              {all.data[side].length === 0 && (
                <p className="muted">{t(`authorisation.none-${side}`)}</p>
              )}
              <ul className="plain-list">
                {all.data[side].map((one) => (
                  <Row key={one.id} one={one} side={side} />
                ))}
              </ul>
            </section>
          ))}
        <section className="card">
          <h2>{t('authorisation.new')}</h2>
          {oneself ? <Giving /> : <p>{t('authorisation.oneself-only')}</p>}
        </section>
      </div>
    </div>
  );
}
