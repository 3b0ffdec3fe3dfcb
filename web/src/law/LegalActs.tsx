/** Acts on the whole case that the caller's post may do; those not allowed now say why. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { newKey } from '../api/client.js';
import { api } from '../api/endpoints.js';
import type { LegalAct, LegalStanding, OfferedAct } from '../api/model.js';
import { useAskOnceMore } from '../shared/adverse.js';
import { dateText } from '../shared/time.js';
import { ErrorNotice, Notice } from '../shared/ui.js';
import { actText } from './names.js';

interface Props {
  number: string;
  law: LegalStanding;
}

/** What an act asks beside its reason, by the names its data has. */
function Details({ act, law }: { act: string; law: LegalStanding }) {
  const { t } = useTranslation();
  return (
    <>
      {act === 'pause' && (
        <div className="field">
          <label htmlFor="law-procedure">{t('law.procedure')}</label>
          <select id="law-procedure" name="procedure" className="form-control" required>
            {law.pauseReasons.map(({ code, name }) => (
              <option key={code} value={code}>
                {t(`law.pause.${code}`, { defaultValue: name })}
              </option>
            ))}
          </select>
        </div>
      )}
      {(act === 'pause' || act === 'extend') && (
        <div className="field">
          <label htmlFor="law-days">{t('law.days')}</label>
          <input
            id="law-days"
            name="days"
            type="number"
            min={1}
            max={act === 'extend' ? law.extension?.days : 365}
            className="form-control"
            required
          />
        </div>
      )}
      {act === 'tell-hearing' && (
        <div className="field">
          <label htmlFor="law-hearing-on">{t('law.hearing-on')}</label>
          <input
            id="law-hearing-on"
            name="hearingOn"
            type="date"
            className="form-control"
            min={law.hearingFrom ?? undefined}
            required
          />
          {law.hearingFrom && (
            <p className="small muted">
              {t('law.hearing-from', { day: dateText(law.hearingFrom) })}
            </p>
          )}
        </div>
      )}
      {act === 'deliver' && (
        <>
          <div className="field">
            <label htmlFor="law-way">{t('law.way')}</label>
            <select id="law-way" name="way" className="form-control">
              {['window', 'post', 'electronic'].map((way) => (
                <option key={way} value={way}>
                  {t(`law.way-${way}`)}
                </option>
              ))}
            </select>
          </div>
          <div className="field">
            <label htmlFor="law-receiver">{t('law.receiver')}</label>
            <input id="law-receiver" name="receiver" className="form-control" maxLength={100} />
          </div>
        </>
      )}
    </>
  );
}

interface FormProps extends Props {
  act: OfferedAct;
  close: () => void;
  onDone: () => void;
}

function ActForm({ number, law, act, close, onDone }: FormProps) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const key = useRef(newKey());
  const send = useMutation({
    mutationFn: async (said: Record<string, string>) => {
      const { reason = '', days, ...data } = said;
      if (act.act === 'extend') {
        await api.askForExtension(number, { days: Number(days), reason }, key.current);
        return;
      }
      const numbers = days === undefined ? {} : { days: Number(days) };
      const body = { act: act.act, reason, data: { ...data, ...numbers } };
      await api.actInLaw(number, body as LegalAct, key.current);
    },
    onSuccess: async () => {
      await queries.invalidateQueries();
      onDone();
    },
  });
  const needed = act.needsReason || act.approval;
  const askOnceMore = useAskOnceMore();
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const said = [...new FormData(event.currentTarget)].filter(
      (pair): pair is [string, string] => typeof pair[1] === 'string' && pair[1].trim() !== '',
    );
    if (act.adverse && !(await askOnceMore(actText(t, act.act, act.name)))) return;
    send.mutate(Object.fromEntries(said));
  };
  return (
    <form
      className="stack"
      onSubmit={(event) => void submit(event)}
      data-testid={`law-form-${act.act}`}
    >
      <Details act={act.act} law={law} />
      <div className="field">
        <label htmlFor="law-reason">
          {t('law.reason')}
          {!needed && <span className="muted"> {t('form.optional')}</span>}
        </label>
        <textarea
          id="law-reason"
          name="reason"
          className="form-control"
          minLength={2}
          maxLength={2000}
          required={needed}
        />
      </div>
      <ErrorNotice error={send.error} />
      <div className="row">
        <button type="submit" className="button" disabled={send.isPending}>
          {t(act.approval ? 'law.ask' : 'law.do')}
        </button>
        <button type="button" className="button button-quiet" onClick={close}>
          {t('law.cancel')}
        </button>
      </div>
    </form>
  );
}

/**
 * Why an act is not possible now. The platform tells it in Chinese; in another language the page says
 * what it can by itself, and gives the sentence of the law as it stands.
 */
function NotNow({ acts, state }: { acts: OfferedAct[]; state: string }) {
  const { t, i18n } = useTranslation();
  const words = ({ wrongState }: OfferedAct) =>
    i18n.language !== 'zh' && wrongState
      ? t('law.not-in-state', { state: t(`case.state.${state}`) })
      : null;
  if (acts.length === 0) return null;
  return (
    <details data-testid="legal-acts-not-now">
      <summary>{t('law.not-now', { count: acts.length })}</summary>
      <ul className="plain-list">
        {acts.map((one) => (
          <li key={one.act} data-act={one.act}>
            <strong>{actText(t, one.act, one.name)}</strong>
            {one.article && <span className="small muted"> {one.article}</span>}
            {words(one) ? (
              <p className="small muted">{words(one)}</p>
            ) : (
              <p className="small muted" lang="zh-CN">
                {one.reason}
              </p>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}

export function LegalActs({ number, law }: Props) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<string | null>(null);
  const [done, setDone] = useState<OfferedAct | null>(null);
  if (law.acts.length === 0) return <p className="muted">{t('law.none')}</p>;
  const allowed = law.acts.filter((act) => act.allowed);
  const open = allowed.find(({ act }) => act === chosen);
  return (
    <div className="stack">
      {done && <Notice tone="success">{t(done.approval ? 'law.asked' : 'law.done')}</Notice>}
      {allowed.length === 0 && <p className="muted">{t('law.none-now')}</p>}
      <div className="row" style={{ flexWrap: 'wrap' }} data-testid="legal-acts">
        {allowed.map(({ act, name, article }) => (
          <button
            key={act}
            type="button"
            className="button button-quiet button-small"
            data-act={act}
            title={article ?? undefined}
            aria-expanded={chosen === act}
            onClick={() => {
              setDone(null);
              setChosen(chosen === act ? null : act);
            }}
          >
            {actText(t, act, name)}
          </button>
        ))}
      </div>
      {open && (
        <>
          <h3>
            {actText(t, open.act, open.name)}
            {open.article && <span className="small muted"> {open.article}</span>}
          </h3>
          <ActForm
            key={open.act}
            number={number}
            law={law}
            act={open}
            close={() => setChosen(null)}
            onDone={() => {
              setChosen(null);
              setDone(open);
            }}
          />
        </>
      )}
      <NotNow acts={law.acts.filter((act) => !act.allowed)} state={law.state} />
    </div>
  );
}
