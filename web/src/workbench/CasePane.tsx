/** The case beside the work: what was asked, what was handed in, what happened, where it stands. */
import { Tabs } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CaseDetail, FormData, PersonalData, TaskDetail } from '../api/model.js';
import { LegalPanel } from '../law/LegalPanel.js';
import { Materials, Payments, Progress } from '../portal/CaseParts.js';
import { CaseDocuments } from '../portal/CaseDocuments.js';
import { Timeline } from '../portal/Timeline.js';
import '../portal/portal.css';
import '../shared/forms/form.css';
import { RatingGiven } from '../shared/RatingGiven.js';
import { Regulation } from '../shared/Regulation.js';
import { dueText, momentText } from '../shared/time.js';
import { Loading, Notice, StateTag } from '../shared/ui.js';
import { Answers } from './Answers.js';
import { usePreview, withFiles } from './usePreview.js';
import { ProvinceAnswers } from './ProvinceAnswers.js';
import { WrongFees } from './WrongFees.js';

// Of the few cases that are handled on a promise.
const Ways = lazy(async () => ({ default: (await import('../portal/Ways.js')).Ways }));
// It asks for where the result is, once it is there.
const Delivery = lazy(async () => ({ default: (await import('../portal/Delivery.js')).Delivery }));
// Of the few cases that have ended.
const ArchiveStanding = lazy(() => import('./ArchiveStanding.js'));
const CorrectionsMade = lazy(() => import('./CorrectionsMade.js'));
const PapersToSeal = lazy(() => import('./PapersToSeal.js'));
const MaterialPreview = lazy(() => import('./MaterialPreview.js'));
// Of the cases by which drafts of items go into the catalogue.
const EntryPanel = lazy(() => import('../catalogue/EntryPanel.js'));
const CaseDiagram = lazy(() => import('../shared/diagram/CaseDiagram.js'));

function Facts({ one }: { one: CaseDetail }) {
  const { t } = useTranslation();
  const rows: [string, string | null][] = [
    [t('bench.applicant'), one.applicantName],
    [t('bench.region'), one.regionName],
    [t('bench.lead'), one.leadDepartment],
    [t('bench.submitted'), momentText(one.submittedAt)],
    [t('case.promised-due'), one.promisedDueAt ? dueText(one.promisedDueAt) : null],
    [t('case.due'), one.dueAt ? dueText(one.dueAt) : null],
  ];
  return (
    <dl className="facts" style={{ margin: '.75rem 0' }}>
      {rows
        .filter(([, value]) => value)
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

function Inputs({ inputs }: { inputs: FormData }) {
  const { t } = useTranslation();
  const rows = Object.entries(inputs).filter(
    ([, value]) => value !== null && typeof value !== 'object',
  );
  if (rows.length === 0) return null;
  return (
    <section className="card">
      <h2>{t('bench.inputs')}</h2>
      <dl className="answers">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{String(value)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Family({ one }: { one: CaseDetail }) {
  const { t } = useTranslation();
  if (one.children.length === 0) return null;
  return (
    <section className="card" data-testid="children">
      <h2>{t(one.children.some(({ above }) => above) ? 'case.above' : 'case.children')}</h2>
      <Progress rows={one.children} />
      <ul className="plain-list">
        {one.children.map((child) => (
          <li key={child.number} className="row between">
            <Link to={`/workbench/cases/${child.number}`}>{child.itemName}</Link>
            <StateTag state={child.state} name={child.stateName} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Used by the workbench and by the page of a case that supervisors open. */
export function CaseView({ one: given, inputs = {} }: { one: CaseDetail; inputs?: FormData }) {
  const { t } = useTranslation();
  const [inClear, setInClear] = useState<PersonalData & { number: string }>();
  // Until another case stands here, or this one has gone on: what came since was not looked at.
  const isSame =
    inClear?.number === given.number && inClear.timeline.length === given.timeline.length;
  const shown = isSame ? inClear : undefined;
  const one: CaseDetail = shown ? { ...given, ...shown, masked: false } : given;
  const files = withFiles(one);
  const preview = usePreview(files.length);
  return (
    <>
      <div className="case-title">
        <h2>{one.item.name}</h2>
        <StateTag state={one.state} name={one.stateName} />
        <span className="muted number">{one.number}</span>
        {one.parent && (
          <Link to={`/workbench/cases/${one.parent}`}>
            {t(one.sentUp ? 'case.below' : 'bench.parent')}
          </Link>
        )}
      </div>
      <Facts one={one} />
      {preview.at !== null && (
        <Suspense fallback={<Loading />}>
          <MaterialPreview
            materials={files}
            at={preview.at}
            onMove={preview.move}
            onClose={preview.close}
          />
        </Suspense>
      )}
      <Tabs
        items={[
          {
            key: 'form',
            label: t('bench.tab-form'),
            children: (
              <div className="stack">
                <Inputs inputs={inputs} />
                {one.corrections.length > 0 && (
                  <Suspense>
                    <CorrectionsMade one={one} />
                  </Suspense>
                )}
                <Answers
                  key={one.number}
                  one={one}
                  onShown={(seen) => setInClear({ ...seen, number: one.number })}
                />
                {!one.partOnly && (
                  <ProvinceAnswers number={one.number} inClear={shown?.provinceAnswers} />
                )}
                <Family one={one} />
                {one.partOnly ? (
                  <Notice>{t('bench.part-only')}</Notice>
                ) : (
                  <>
                    <WrongFees payments={one.payments} />
                    <Payments
                      payments={one.payments.filter((payment) => payment.state !== 'ordered')}
                    />
                    <Suspense>
                      <Ways one={one} own={false} />
                    </Suspense>
                    <CaseDocuments one={one} />
                    <Regulation regulation={one.regulation} />
                    <RatingGiven rating={one.rating} />
                    <Suspense fallback={<Loading lines={2} />}>
                      <Delivery one={one} />
                    </Suspense>
                    {one.archive && (
                      <Suspense>
                        <ArchiveStanding archive={one.archive} />
                      </Suspense>
                    )}
                  </>
                )}
              </div>
            ),
          },
          {
            key: 'materials',
            label: t('bench.tab-materials', { count: one.materials.length }),
            children: (
              <section className="card">
                <Materials
                  one={one}
                  onView={(id) => preview.open(files.findIndex(({ fileId }) => fileId === id))}
                />
              </section>
            ),
          },
          {
            key: 'timeline',
            label: t('bench.tab-timeline'),
            children: (
              <section className="card">
                <Timeline rows={one.timeline} whole />
              </section>
            ),
          },
          ...(one.partOnly
            ? []
            : [{ key: 'law', label: t('law.tab'), children: <LegalPanel one={one} /> }]),
          {
            key: 'diagram',
            label: t('bench.tab-diagram'),
            children: (
              <Suspense fallback={<Loading />}>
                <CaseDiagram number={one.number} />
              </Suspense>
            ),
          },
        ]}
      />
    </>
  );
}

/** The item whose cases are the ways of others into the catalogue. */
const ENTRY_ITEM = '219900002000';

const PAPERS_FIRST: ReadonlySet<string> = new Set(['seal-approval', 'document-amendment']);

export function CasePane({ task }: { task: TaskDetail }) {
  // Who seals looks at the paper first.
  const papers = PAPERS_FIRST.has(task.purpose ?? '') && (
    <div className="bench-papers">
      <Suspense fallback={<Loading lines={7} />}>
        <PapersToSeal one={task.case} />
      </Suspense>
      <CaseDocuments one={task.case} />
    </div>
  );
  return (
    <>
      {papers}
      {task.case.item.code === ENTRY_ITEM && (
        <Suspense fallback={<Loading />}>
          <EntryPanel beside code={String(task.case.form.entry)} />
        </Suspense>
      )}
      <CaseView one={task.case} inputs={task.inputs} />
    </>
  );
}
