/** Putting right what was asked for: the words of the official, the very materials, the form. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { newKey } from '../api/client.js';
import { api } from '../api/endpoints.js';
import {
  itemForm,
  type ApplicantTask,
  type CaseDetail,
  type FormData,
  type ItemForm,
} from '../api/model.js';
import { titlesOf } from '../../../bpmn/forms/index.js';
import { useEnglish } from '../shared/english.js';
import { SchemaForm, type SchemaFormHandle } from '../shared/forms/SchemaForm.js';
import { useKept, useKeptBefore } from '../shared/versions/useKept.js';
import { faultyFields } from '../shared/forms/strays.js';
import { dueText } from '../shared/time.js';
import { Empty, ErrorNotice, Loading, Notice } from '../shared/ui.js';
import { TaskAnswer } from './TaskAnswer.js';
import { Upload } from '../shared/forms/Upload.js';
import './portal.css';

interface MaterialsProps {
  /** Whose materials they are. */
  item: string;
  task: ApplicantTask;
  files: Record<string, string[]>;
  onChange: (code: string, files: string[]) => void;
}

function MaterialsToCorrect({ item, task, files, onChange }: MaterialsProps) {
  const { t } = useTranslation();
  const say = useEnglish(item);
  if (task.materials.length === 0) return null;
  return (
    <section className="card">
      <h2>{t(task.act === 'fill-gaps' ? 'correct.materials-fill' : 'correct.materials')}</h2>
      <ul className="plain-list">
        {task.materials.map((material) => (
          <li
            key={material.code}
            className="material material-flagged"
            data-testid={`material-${material.code}`}
          >
            <strong>{say(material.name)}</strong>
            {material.note && <p className="field-flag">{material.note}</p>}
            <Upload
              code={material.code}
              label={say(material.name)}
              files={files[material.code] ?? []}
              onChange={(next) => onChange(material.code, next)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Only what differs is sent: the rest of the form stays as it was handed in. */
function changedFields(before: FormData, after: FormData): FormData {
  const changed = Object.entries(after).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name]),
  );
  return Object.fromEntries(changed);
}

/**
 * Fields that are out of the way: answered, not asked for, and fine with what is corrected. What is changed
 * already stays in sight.
 */
function fineFields(
  { schema }: ItemForm,
  { before, data }: { before: FormData; data: FormData },
  asked: readonly string[],
): string[] {
  const shown = new Set([
    ...asked,
    ...Object.keys(changedFields(before, data)),
    ...faultyFields(schema, { before, data }),
  ]);
  return Object.keys(before).filter((name) => (before[name] ?? null) !== null && !shown.has(name));
}

function without({ uiSchema, ...form }: ItemForm, names: readonly string[]): ItemForm {
  const hidden = names.map((name) => [name, { 'ui:widget': 'hidden' }] as const);
  return { ...form, uiSchema: { ...uiSchema, ...Object.fromEntries(hidden) } };
}

/** What the notice says above the official's words, by the task's act. */
const ASKED: Readonly<Record<string, string>> = {
  'fill-gaps': 'correct.promised',
  resubmit: 'correct.sent-back',
};

/** What the button says. */
const SEND: Readonly<Record<string, string>> = {
  'fill-gaps': 'correct.send-fill',
  resubmit: 'correct.send-again',
};

interface Written {
  form: FormData;
  opinion: string;
  materials: Record<string, string[]>;
}

interface CorrectionProps {
  one: CaseDetail;
  task: ApplicantTask;
  /** What was written on this machine before, and not sent. */
  before: Written | null;
}

/** Whatever was asked, the fields that nobody changed stay as the case has them by now. */
function Correction({ one, task, before }: CorrectionProps) {
  const { t } = useTranslation();
  const say = useEnglish(one.item.code);
  const navigate = useNavigate();
  const queries = useQueryClient();
  const formRef = useRef<SchemaFormHandle>(null);
  const [form, setForm] = useState<FormData>({ ...one.form, ...before?.form });
  // A notice that names no place asks in its own words: then the whole form is open.
  const whole = task.fields.length === 0 && task.materials.length === 0;
  const [opinion, setOpinion] = useState(before?.opinion ?? '');
  const [materials, setMaterials] = useState(before?.materials ?? {});
  const kept = useKept<Written>('correction', task.id, {
    ...{ opinion, materials, form: changedFields(one.form, form) },
  });
  const key = useRef(newKey());
  const editing = whole || task.fields.length > 0;
  const askedForm = useMemo(
    () => one.formSchema && itemForm(one.formSchema, one.uiSchema),
    [one.formSchema, one.uiSchema],
  );
  const fields = task.fields.map(({ field }) => field);
  const fine =
    askedForm && !whole ? fineFields(askedForm, { before: one.form, data: form }, fields) : [];
  const out = fine.join(' ');
  const asked = useMemo(
    () => askedForm && without(askedForm, out ? out.split(' ') : []),
    [askedForm, out],
  );
  const send = useMutation({
    mutationFn: () => {
      const changed = editing ? changedFields(one.form, form) : {};
      return api.supplement(one.number, { opinion, form: changed, materials }, key.current);
    },
    onSuccess: async () => {
      await kept.forget();
      await queries.invalidateQueries({ queryKey: ['case'] });
      await queries.invalidateQueries({ queryKey: ['cases'] });
      const titles = titlesOf(one.formSchema);
      const sent = [
        ...Object.keys(changedFields(one.form, form)).map((name) => titles[name] ?? name),
        ...task.materials.map(({ name }) => name),
      ];
      await navigate(`/cases/${one.parent ?? one.number}`, { state: { sent } });
    },
  });
  // What was promised to follow is a paper; the form was complete.
  const gaps = task.act === 'fill-gaps';
  const missing = task.materials.filter((material) => !materials[material.code]?.length);
  const handIn = () => {
    if (editing && formRef.current && !formRef.current.validate()) return;
    send.mutate();
  };
  return (
    <div className="stack">
      <Notice tone="warning" title={t(ASKED[task.act ?? ''] ?? 'correct.asked')}>
        {task.opinion && <p>{task.opinion}</p>}
        {task.dueAt && (
          <p>{t(gaps ? 'case.fill-by' : 'case.correct-by', { date: dueText(task.dueAt) })}</p>
        )}
      </Notice>
      <MaterialsToCorrect
        item={one.item.code}
        task={task}
        files={materials}
        onChange={(code, files) => setMaterials((all) => ({ ...all, [code]: files }))}
      />
      {asked && !gaps && (
        <section className="card stack">
          <h2>{t('correct.form')}</h2>
          {editing ? (
            <>
              {task.fields.map((field) => (
                <p key={field.field} className="field-flag">
                  {field.title}：{field.note}
                </p>
              ))}
              <SchemaForm
                ref={formRef}
                form={asked}
                value={form}
                before={one.form}
                handedInAt={Date.parse(one.handedInAt)}
                onChange={setForm}
                flagged={fields}
              />
            </>
          ) : (
            <p className="muted">{t('correct.form-fine')}</p>
          )}
        </section>
      )}
      <section className="card">
        <div className="field">
          <label htmlFor="correction-words">
            {t(gaps ? 'correct.words-fill' : 'correct.words')}
            <span className="muted"> {t('form.optional')}</span>
          </label>
          {task.fields.length > 0 && <p className="small muted">{t('correct.words-why')}</p>}
          <textarea
            id="correction-words"
            className="form-control"
            maxLength={2000}
            value={opinion}
            onChange={(event) => setOpinion(event.target.value)}
          />
        </div>
      </section>
      <ErrorNotice error={send.error} />
      <p className="saved" role="status" data-testid="correction-kept">
        {t(kept.kept ? 'correct.kept' : before ? 'correct.restored' : 'correct.keeps')}
      </p>
      <div className="actions">
        <button
          type="button"
          className="button button-large"
          data-testid="send-correction"
          disabled={missing.length > 0 || send.isPending}
          onClick={handIn}
        >
          {t(SEND[task.act ?? ''] ?? 'correct.send')}
        </button>
        {missing.length > 0 && (
          <span className="muted">
            {t('correct.still', {
              names: missing.map((material) => say(material.name)).join('、'),
            })}
          </span>
        )}
      </div>
    </div>
  );
}

const titleOf = (task: ApplicantTask | null | undefined): string => {
  if (!task || task.act === 'correct' || task.act === null) return 'correct.title';
  if (task.act === 'resubmit') return 'correct.title-again';
  return task.act === 'fill-gaps' ? 'correct.title-fill' : 'correct.title-do';
};

export default function CorrectionPage() {
  const { t } = useTranslation();
  const say = useEnglish();
  const { number = '' } = useParams();
  const query = useQuery({ queryKey: ['case', number], queryFn: () => api.case(number) });
  const one = query.data;
  const task = one?.applicantTask;
  const before = useKeptBefore<Written>('correction', task?.id);
  if (query.isPending) return <Loading lines={6} />;
  return (
    <div className="page page-narrow">
      <Link className="back" to={`/cases/${number}`}>
        {t('case.back')}
      </Link>
      <h1>
        {one
          ? t(titleOf(task), { item: say(one.item.name), task: task?.name })
          : t('correct.plain')}
      </h1>
      <ErrorNotice error={query.error} retry={() => void query.refetch()} />
      {one && !task && <Empty title={t('correct.nothing')} />}
      {one && task && task.form === 'correction' && before && (
        <Correction key={task.id} one={one} task={task} before={before.content} />
      )}
      {one && task && task.form !== 'correction' && (
        <TaskAnswer key={task.id} one={one} task={task} />
      )}
    </div>
  );
}
