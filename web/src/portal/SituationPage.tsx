/** 情形引导: a few questions tell whether one may apply, and which parts are needed. */
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { fieldsOf } from '../../../bpmn/forms/index.js';
import { isBarred, newKey } from '../api/client.js';
import { api } from '../api/endpoints.js';
import type {
  CaseSummary,
  FormData,
  FormField,
  Json,
  Region,
  Situation,
  SituationQuestion,
} from '../api/model.js';
import { Empty, ErrorNotice, Loading, Notice } from '../shared/ui.js';
import '../shared/forms/form.css';
import { isEnough, RegionPicker } from '../shared/forms/RegionPicker.js';
import { useEnglish } from '../shared/english.js';
import { useElder } from '../shared/elder.js';
import { dateText } from '../shared/time.js';
import {
  answered,
  numberFault,
  openQuestions,
  takenOver,
  typedNumber,
} from './situationAnswers.js';
import { StepList } from './StepList.js';
import './portal.css';

interface QuestionProps {
  question: SituationQuestion;
  /** What the form says of the answer. */
  field: FormField | undefined;
  value: Json | undefined;
  onChange: (value: Json | undefined) => void;
}

function OpenQuestion({ question, field, value, onChange }: QuestionProps) {
  const { t } = useTranslation();
  const number = question.input === 'number';
  const id = `question-${question.id}`;
  const [typed, setTyped] = useState(String(value ?? ''));
  const fault = number ? numberFault(field, value) : null;
  return (
    <div className="field">
      <label htmlFor={id}>{question.question}</label>
      {question.hint && <p className="field-hint">{question.hint}</p>}
      <input
        id={id}
        className="form-control"
        type="text"
        inputMode={number ? 'decimal' : undefined}
        aria-invalid={fault !== null}
        aria-describedby={`${id}-fault`}
        style={{ maxWidth: '14rem' }}
        value={typed}
        onChange={(event) => {
          const text = event.target.value;
          setTyped(text);
          onChange(text === '' ? undefined : number ? typedNumber(text) : text);
        }}
      />
      <p className="field-error" id={`${id}-fault`} role="alert">
        {fault && t(`form.error.${fault.key}`, { limit: fault.limit })}
      </p>
    </div>
  );
}

function Question(props: QuestionProps) {
  const { question, value, onChange } = props;
  const { t } = useTranslation();
  if (question.input) return <OpenQuestion {...props} />;
  const options = question.options?.length
    ? question.options
    : [
        { value: true, label: t('form.yes') },
        { value: false, label: t('form.no') },
      ];
  return (
    <fieldset className="field">
      <legend>{question.question}</legend>
      {question.hint && <p className="field-hint">{question.hint}</p>}
      <div className="choices">
        {options.map((option, index) => (
          <label className="choice" key={String(option.value)}>
            <input
              type="radio"
              id={`${question.id}-${index}`}
              name={question.id}
              checked={value === option.value}
              onChange={() => onChange(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** An earlier application of the same matter: what is asked again need not be typed again. */
function Earlier({
  found,
  taken,
  onTake,
}: {
  found: CaseSummary;
  taken: boolean;
  onTake: (taken: boolean) => void;
}) {
  const { t } = useTranslation();
  return (
    <Notice title={t('situation.reuse', { day: dateText(found.submittedAt) })} testId="reuse">
      <label className="choice">
        <input type="checkbox" checked={taken} onChange={({ target }) => onTake(target.checked)} />
        <span>{t('situation.reuse-how')}</span>
      </label>
    </Notice>
  );
}

/** What stands in the way whatever is answered. */
function Blocked({ situation }: { situation: Situation }) {
  const { t } = useTranslation();
  return situation.blocked.map((one) => (
    <Notice key={one.code} tone="danger" title={t('situation.blocked')}>
      <p>{one.message}</p>
    </Notice>
  ));
}

/** What the answers mean: which children, how many materials, what stands in the way. */
function Outcome({ situation }: { situation: Situation }) {
  const { t } = useTranslation();
  const held = situation.materials.filter((material) => material.held).length;
  const chosen = situation.children.filter((child) => child.selected);
  return (
    <section className="card stack" aria-live="polite" data-testid="situation-result">
      <h2>{t('situation.result')}</h2>
      <Blocked situation={situation} />
      {situation.children.length > 0 && (
        <ul className="plain-list">
          {situation.children.map((child) => (
            <li key={child.key} className="row between">
              <span className={child.selected ? '' : 'muted'}>{child.name}</span>
              <span className={`tag ${child.selected ? 'tag-success' : 'tag-neutral'}`}>
                {t(child.selected ? 'situation.needed' : 'situation.not-needed')}
              </span>
            </li>
          ))}
        </ul>
      )}
      {situation.children.length > 0 && chosen.length === 0 && <p>{t('situation.none')}</p>}
      <p>
        {t('situation.materials', {
          count: situation.materials.length,
          held,
          own: situation.materials.length - held,
        })}
      </p>
    </section>
  );
}

export default function SituationPage() {
  const { t } = useTranslation();
  const { code = '' } = useParams();
  const navigate = useNavigate();
  const [path, setPath] = useState<Region[]>([]);
  const [answers, setAnswers] = useState<FormData>({});
  const [taken, setTaken] = useState(false);
  const elder = useElder();
  const say = useEnglish(code);
  const item = useQuery({ queryKey: ['item', code], queryFn: () => api.item(code), select: say });
  const form = useQuery({
    queryKey: ['form', code],
    queryFn: () => api.itemForm(code),
    staleTime: Infinity,
  });
  const cases = useQuery({ queryKey: ['cases'], queryFn: api.cases });
  const drafts = useQuery({ queryKey: ['drafts'], queryFn: api.drafts });
  const region = path[path.length - 1]?.code ?? '';
  const need = item.data?.regionLevel ?? 'township';
  const ready = isEnough(path, need);
  const situation = useQuery({
    queryKey: ['situation', code, region, answers],
    queryFn: () => api.situation(code, region, answers),
    enabled: ready,
    placeholderData: (previous) => previous,
  });
  const applied = cases.data?.items.find((one) => one.item.code === code);
  /** What was filled in then, where it is wanted again. */
  const before = async () =>
    taken && applied && form.data
      ? takenOver(await api.case(applied.number), form.data.schema)
      : {};
  const begin = useMutation({
    mutationFn: async () => {
      const draft = await api.openDraft(code, region);
      const known = { ...(await before()), ...situation.data?.prefill, ...answers };
      await api.saveDraft(
        draft.id,
        { form: known, materials: draft.materials ?? {} },
        { replaces: draft.revision, revision: newKey() },
      );
      return draft.id;
    },
    onSuccess: (id) => navigate(`/drafts/${id}`),
  });
  if (item.isPending) return <Loading lines={6} />;
  if (item.isLoadingError || isBarred(item.error)) {
    return (
      <div className="page">
        <ErrorNotice error={item.error} retry={() => void item.refetch()} />
      </div>
    );
  }
  const questions = item.data.situation ?? [];
  const fields = fieldsOf(form.data?.schema ?? null);
  const unanswered = openQuestions(questions, answers, fields);
  // One thing at a time: what was answered, and the next.
  const next = questions.findIndex(({ id }) => unanswered.some((open) => open.id === id));
  const asked = elder && next >= 0 ? questions.slice(0, next + 1) : questions;
  const complete = ready && form.data !== undefined && unanswered.length === 0;
  const earlier = drafts.data?.items.find((draft) => draft.item === code);
  const blocked = (situation.data?.blocked.length ?? 0) > 0;
  return (
    <div className="page page-narrow">
      <Link className="back" to={`/items/${code}`}>
        {t('action.back-to-guide')}
      </Link>
      <h1>{item.data.name}</h1>
      <StepList current="situation" />
      <div className="stack">
        {earlier && (
          <Notice title={t('situation.earlier')}>
            <Link to={`/drafts/${earlier.id}`}>{t('home.draft-link')}</Link>
          </Notice>
        )}
        {applied && <Earlier found={applied} taken={taken} onTake={setTaken} />}
        <section className="card">
          <h2>{t('situation.where')}</h2>
          <RegionPicker path={path} need={need} onChange={setPath} />
        </section>
        {questions.length > 0 && (
          <section className="card stack">
            <h2>{t('situation.questions')}</h2>
            {asked.map((question) => (
              <Question
                key={question.id}
                question={question}
                field={fields[question.id]}
                value={answers[question.id]}
                onChange={(value) => setAnswers((all) => answered(all, question.id, value))}
              />
            ))}
          </section>
        )}
        <ErrorNotice error={form.error ?? situation.error ?? begin.error} />
        {ready && situation.isPending && <Loading />}
        {situation.data && complete && (
          <Outcome situation={{ ...situation.data, children: say(situation.data.children) }} />
        )}
        {situation.data && !complete && <Blocked situation={situation.data} />}
        {ready && !complete && form.data && (
          <p className="muted" role="status" data-testid="situation-open">
            {t('situation.open', { count: unanswered.length })}
          </p>
        )}
        {!ready && <Empty title={t(`situation.choose-${need}`)} />}
      </div>
      <div className="actions">
        <button
          type="button"
          className="button button-large"
          disabled={!complete || blocked || begin.isPending || situation.isPending}
          onClick={() => begin.mutate()}
        >
          {t('situation.begin')}
        </button>
      </div>
    </div>
  );
}
