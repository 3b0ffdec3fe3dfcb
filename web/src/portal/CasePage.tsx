/** The applicant's case: what to do now comes first, then where it stands, then the rest. */
import { useQueries, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useParams } from 'react-router';
import { isBarred } from '../api/client.js';
import { api } from '../api/endpoints.js';
import { itemForm, type ApplicantTask, type CaseDetail, type TimelineRow } from '../api/model.js';
import { ApplicantLaw } from '../law/LegalPanel.js';
import { caseRefresh } from '../shared/caseRefresh.js';
import { AnswerList } from '../shared/forms/AnswerList.js';
import '../shared/forms/form.css';
import { RatingGiven } from '../shared/RatingGiven.js';
import { Regulation } from '../shared/Regulation.js';
import { useEnglish } from '../shared/english.js';
import { dueText, momentText } from '../shared/time.js';
import { ErrorNotice, Loading, Notice, StateTag } from '../shared/ui.js';
import { ByAgent } from './ByAgent.js';
import { Children, Deadline, Materials, Payments } from './CaseParts.js';
import { Delivery } from './Delivery.js';
import { Now } from './Now.js';
import { CaseDocuments } from './CaseDocuments.js';
import { askEvery } from '../shared/news.js';
import { Rating } from './Rating.js';
import { Timeline } from './Timeline.js';
import { Urge } from './Urge.js';
import { Ways } from './Ways.js';
import { Withdraw } from './Withdraw.js';
import './portal.css';

export const isRating = (task: ApplicantTask): boolean => task.element === 'evaluate';

function useCase(number: string) {
  return useQuery({
    queryKey: ['case', number],
    queryFn: () => api.case(number),
    refetchInterval: ({ state }) => askEvery(caseRefresh(state.data))(),
  });
}

/** A one-stop matter shows what its children ask for, pay and issue as its own. */
function useFamily(one: CaseDetail | undefined): CaseDetail[] {
  const numbers = one?.children.map((child) => child.number) ?? [];
  const queries = useQueries({
    queries: numbers.map((number) => ({
      queryKey: ['case', number],
      queryFn: () => api.case(number),
      refetchInterval: askEvery(caseRefresh(one)),
    })),
  });
  const children = queries.flatMap((query) => (query.data ? [query.data] : []));
  return one ? [one, ...children] : [];
}

/** Of a one-stop matter: what happened in each of its parts, with its name, as one story. */
function wholeTimeline(family: CaseDetail[], say: (name: string) => string): TimelineRow[] {
  const [one] = family;
  const rows = family.flatMap((member) =>
    member.timeline.map((row) =>
      member === one ? row : { ...row, department: partOf(say(member.item.name), row) },
    ),
  );
  return rows.toSorted((a, b) => a.at.localeCompare(b.at));
}

const partOf = (item: string, { department }: TimelineRow): string =>
  [item, department].filter(Boolean).join(' · ');

function unique<T>(rows: T[], key: (row: T) => string): T[] {
  return [...new Map(rows.map((row) => [key(row), row])).values()];
}

/** Which words ask for it: 补正, 预审退回 and 容缺 have their own, anything else says its task's name. */
const askedAs = ({ act }: ApplicantTask): 'correct' | 'fill' | 'again' | 'do' =>
  ASKED_AS[act ?? 'correct'] ?? 'do';

const ASKED_AS: Readonly<Record<string, 'correct' | 'fill' | 'again'>> = {
  correct: 'correct',
  'fill-gaps': 'fill',
  resubmit: 'again',
};

/** The loud notice: words, not a badge, and one button that leads to the very place. */
function TaskNotice({ task, itemName }: { task: ApplicantTask; itemName: string }) {
  const { t } = useTranslation();
  const how = askedAs(task);
  return (
    <Notice
      tone="warning"
      title={t(`case.to-${how}`, { item: itemName, task: task.name })}
      testId="to-correct"
    >
      {task.opinion && <p>{task.opinion}</p>}
      {task.materials.length > 0 && (
        <ul>
          {task.materials.map((material) => (
            <li key={material.code}>
              {material.name}
              {material.note && `：${material.note}`}
            </li>
          ))}
        </ul>
      )}
      {task.fields.length > 0 && (
        <ul>
          {task.fields.map((field) => (
            <li key={field.field}>
              {field.title}
              {field.note && `：${field.note}`}
            </li>
          ))}
        </ul>
      )}
      {task.dueAt && <p>{t(`case.${how}-by`, { date: dueText(task.dueAt) })}</p>}
      <Link className="button" to={`/cases/${task.caseNumber}/correction`}>
        {t(`case.${how}-now`)}
      </Link>
    </Notice>
  );
}

/** What was just handed in for it: that it arrived, and what. */
function Sent({ item }: { item: string }) {
  const { t } = useTranslation();
  const say = useEnglish(item);
  const { sent } = (useLocation().state ?? {}) as { sent?: string[] };
  if (!sent) return null;
  return (
    <Notice tone="success" title={t('case.sent')} testId="sent">
      {sent.length > 0 && <p>{say(sent).join('、')}</p>}
    </Notice>
  );
}

function Summary({ one }: { one: CaseDetail }) {
  const { t } = useTranslation();
  const say = useEnglish();
  return (
    <>
      {one.parent && (
        <Link className="back" to={`/cases/${one.parent}`}>
          {t(one.sentUp ? 'case.to-below' : 'case.to-parent')}
        </Link>
      )}
      <div className="page-head">
        <h1>{say(one.item.name)}</h1>
        <StateTag state={one.state} name={one.stateName} />
      </div>
      <p className="muted">
        <span className="number">{one.number}</span> · <span>{one.regionName}</span> ·{' '}
        {t('case.submitted-at', { time: momentText(one.submittedAt) })}
      </p>
      <ByAgent one={one} />
    </>
  );
}

export default function CasePage() {
  const { t } = useTranslation();
  const say = useEnglish();
  const { number = '' } = useParams();
  const query = useCase(number);
  const family = useFamily(query.data);
  if (query.isPending) return <Loading lines={7} />;
  if (query.isLoadingError || isBarred(query.error)) {
    return (
      <div className="page">
        <ErrorNotice error={query.error} retry={() => void query.refetch()} />
      </div>
    );
  }
  const one = query.data;
  const tasks = unique(
    family.flatMap((member) => (member.applicantTask ? [member.applicantTask] : [])),
    (task) => task.id,
  );
  const nameOf = (task: ApplicantTask) =>
    say(family.find((member) => member.number === task.caseNumber)?.item.name ?? one.item.name);
  const waiting = new Set(tasks.map((task) => task.caseNumber));
  const payments = unique(
    family.flatMap((member) => member.payments),
    (payment) => payment.id,
  );
  return (
    <div className="page page-narrow">
      <Summary one={one} />
      <div className="case-sections" style={{ marginTop: '1.25rem' }}>
        <Sent item={one.item.code} />
        {tasks
          .filter((task) => !isRating(task))
          .map((task) => (
            <TaskNotice key={task.id} task={task} itemName={nameOf(task)} />
          ))}
        <Payments payments={payments} />
        {tasks.filter(isRating).map((task) => (
          <Rating key={task.id} task={task} />
        ))}
        <RatingGiven rating={one.rating} />
        <Now family={family} />
        <Deadline one={one} />
        <ApplicantLaw one={one} />
        <Ways one={one} own />
        <CaseDocuments one={one} />
        <Regulation regulation={one.regulation} />
        <Delivery one={one} />
        {one.children.length > 0 && <Children rows={one.children} waiting={waiting} />}
        <section className="card">
          <h2>{t('case.timeline')}</h2>
          <Timeline rows={wholeTimeline(family, say)} />
        </section>
        <section className="card">
          <h2>{t('apply.step-materials')}</h2>
          <Materials one={one} />
        </section>
        <section className="card">
          <details>
            <summary>{t('case.form')}</summary>
            <AnswerList
              form={one.formSchema && itemForm(one.formSchema, one.uiSchema)}
              value={one.form}
            />
          </details>
        </section>
      </div>
      <div className="actions">
        <Link className="button button-quiet" to={`/cases/${number}/receipt`}>
          {t('case.receipt')}
        </Link>
        {!one.ended && <Urge number={number} />}
        {one.withdrawable && <Withdraw number={number} />}
      </div>
    </div>
  );
}
