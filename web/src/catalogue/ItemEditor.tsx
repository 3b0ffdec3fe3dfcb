/** One item: written section by section, kept as it is typed, with the applicant's page beside. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Input, Tabs } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { api } from '../api/endpoints.js';
import type { EntryComment, ItemData, ItemFinding, ItemHistory } from '../api/model.js';
import { Facts } from '../portal/GuideFacts.js';
import { GuideSections } from '../portal/GuideSections.js';
import '../portal/portal.css';
import { sayBy } from '../shared/english-words.js';
import { useSession } from '../shared/session.js';
import { ErrorNotice, Loading, Notice } from '../shared/ui.js';
import { KeepingError } from '../shared/versions/Conflict.js';
import type { Reviewed } from '../shared/versions/made-from.js';
import { PublishButton } from '../shared/versions/PublishButton.js';
import '../workbench/workbench.css';
import './catalogue.css';
import EntryPanel from './EntryPanel.js';
import { HandIn } from './HandIn.js';
import { History } from './History.js';
import { EnglishSection, type Translation } from './EnglishSection.js';
import { SectionForm, wordsOf } from './SectionForm.js';
import { ENGLISH, sectionOf, SECTIONS } from './sections.js';
import type { Unsent } from '../shared/versions/draft-keeper.js';
import { useUnsent } from '../shared/versions/useUnsent.js';
import { type BegunItem, useBegunItem, useItemDraft } from './useItemDraft.js';
import { useEntry } from './useEntry.js';
import { type FieldSchema, useItemSchema } from './useItemSchema.js';
import '../shared/locales/forms.js';

const AUTHORS = ['admin', 'catalogue-keeper', 'item-author'];
const KEEPERS = ['admin', 'catalogue-keeper'];
const NO_COMMENTS: readonly EntryComment[] = [];

/** Every fault with a way to its section. */
function Findings(props: { findings: readonly ItemFinding[]; onOpen: (section: string) => void }) {
  const { t } = useTranslation();
  const { findings, onOpen } = props;
  if (findings.length === 0) {
    return <Notice tone="success" title={t('catalogue.sound')} testId="item-sound" />;
  }
  return (
    <Notice
      tone="warning"
      title={t('catalogue.findings', { count: findings.length })}
      testId="item-findings"
    >
      <ul>
        {findings.map((finding) => (
          <li key={`${finding.rule}${finding.element}`}>
            <button
              type="button"
              className="button button-link"
              onClick={() => onOpen(sectionOf(finding.element ?? ''))}
            >
              {t(`catalogue.section-${sectionOf(finding.element ?? '')}`)}
            </button>
            ：{wordsOf(finding)}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** The applicant's page, as it would be. */
function Preview({ item: shown, english }: { item: ItemData | null; english: Translation[] }) {
  const { t, i18n } = useTranslation();
  const item = i18n.language === 'en' ? sayBy(english)(shown) : shown;
  return (
    <aside className="item-preview card" aria-label={t('catalogue.preview')}>
      <p className="small muted">{t('catalogue.preview')}</p>
      {item ? (
        <>
          <h2>{item.name}</h2>
          <p>{item.guide.summary}</p>
          <Facts item={item} />
          <GuideSections item={item} />
        </>
      ) : (
        <p className="muted">{t('catalogue.preview-none')}</p>
      )}
    </aside>
  );
}

export default function ItemEditor() {
  const { code = '' } = useParams();
  return <Editor key={code} code={code} />;
}

function Editor({ code }: { code: string }) {
  const queries = useQueryClient();
  const choices = useItemSchema();
  /** It begins anew each time that what is written gives way to what is kept. */
  const [round, begin] = useState(0);
  const begun = useBegunItem(code, round);
  const unsent = useUnsent<Record<string, unknown>>('item', code, round);
  const history = useQuery({
    queryKey: ['catalogue', 'history', code],
    queryFn: () => api.itemHistory(code),
  });
  const ready = begun.data && history.data && choices.data;
  const error = begun.error ?? history.error ?? choices.error;
  // What cannot be read anew takes nothing from who writes.
  if (error && !ready) {
    return (
      <div className="staff-page">
        <ErrorNotice error={error} retry={() => void history.refetch()} />
      </div>
    );
  }
  if (!begun.data || unsent === undefined || !history.data || !choices.data)
    return <Loading lines={8} />;
  const again = async () => {
    begin(round + 1);
    await queries.invalidateQueries({ queryKey: ['catalogue'] });
  };
  return (
    <Board
      key={round}
      {...{ code, begun: begun.data, unsent, history: history.data, schema: choices.data, again }}
      onStood={() => void history.refetch()}
    />
  );
}

interface BoardProps {
  code: string;
  begun: BegunItem;
  /** Written here, and not on the server yet. */
  unsent: Unsent<Record<string, unknown>> | null;
  history: ItemHistory;
  schema: FieldSchema;
  /** After a publication, or when the draft is gone: what there is now is read anew. */
  again: () => Promise<void>;
  /** After it was suspended, resumed or cancelled: what is written goes on. */
  onStood: () => void;
}

function Board({ code, begun, unsent, history, schema, again, onStood }: BoardProps) {
  const { t } = useTranslation();
  const { message, modal } = App.useApp();
  const { post } = useSession();
  const draft = useItemDraft(code, begun, unsent);
  const [section, setSection] = useState('basics');
  const [from, setFrom] = useState('');
  const [problem, setProblem] = useState<unknown>(null);
  const { item, keeper, findings } = draft;
  const role = post?.role ?? '';
  const entry = useEntry(code).data;
  const comments = entry?.comments.filter(({ answer }) => answer === null) ?? NO_COMMENTS;
  /** It stays as it is looked through. */
  const locked = entry?.running?.withAuthor === false;
  const mayWrite = history.mine && AUTHORS.includes(role) && !locked;
  const mayKeep = history.mine && KEEPERS.includes(role);
  const publish = async (reviewed: Reviewed) => {
    const { version } = await api.publishItem(code, from, reviewed);
    void message.success(t('catalogue.published', { version, day: from }));
    keeper.published(version);
    await again();
  };
  const dropped = async () => {
    await keeper.stop();
    if (draft.revision) await api.dropItem(code, draft.revision);
    await again();
  };
  const drop = () =>
    modal.confirm({
      title: t('versions.drop'),
      content: t('versions.drop-sure'),
      onOk: () => dropped().catch(setProblem),
    });
  return (
    <div className="staff-page">
      <div className="row between">
        <div>
          <Link to="/catalogue">{t('catalogue.title')}</Link>
          <h1>
            {String(item.name ?? code)} <span className="small muted number">{code}</span>
          </h1>
        </div>
        <div className="row">
          {mayWrite && (
            <span className="muted small" data-testid="item-saving" role="status">
              {t(`form-editor.${keeper.saving}`)}
            </span>
          )}
          {mayWrite && draft.revision && <Button onClick={drop}>{t('catalogue.drop')}</Button>}
          {mayWrite && entry && !entry.running && (
            <HandIn code={code} disabled={!draft.revision} keep={() => keeper.flush()} />
          )}
          {mayKeep && entry?.byWay === false && !entry.running && (
            <PublishButton
              kind="item"
              definition={code}
              keep={() => keeper.flush()}
              publish={publish}
              disabled={!draft.revision}
              ready={Boolean(from)}
              terms={
                <label className="stack">
                  {t('catalogue.effective-from')}
                  <Input
                    type="date"
                    data-testid="effective-from"
                    style={{ width: '10rem' }}
                    value={from}
                    onChange={(event) => setFrom(event.target.value)}
                  />
                </label>
              }
            />
          )}
        </div>
      </div>
      <KeepingError
        error={keeper.error}
        kind="item"
        id={code}
        overwrite={draft.overwrite}
        takeTheirs={() => {
          keeper.forget();
          return again();
        }}
      />
      <ErrorNotice error={problem} />
      {draft.restored && <Notice tone="info">{t('form-editor.restored')}</Notice>}
      <EntryPanel code={code} onOpen={(place) => setSection(sectionOf(place))} />
      <Findings findings={findings} onOpen={setSection} />
      <div className="item-editor">
        <Tabs
          activeKey={section}
          onChange={setSection}
          tabPlacement="start"
          items={[
            ...SECTIONS.map(({ key, fields }) => ({
              key,
              label: (
                <span data-testid={`section-${key}`}>
                  {t(`catalogue.section-${key}`)}
                  {findings.some(({ element }) => sectionOf(element ?? '') === key) && ' ⚠'}
                </span>
              ),
              children:
                key === ENGLISH ? (
                  <EnglishSection item={item} readonly={!mayWrite} onChange={draft.write} />
                ) : (
                  <SectionForm
                    schema={schema}
                    fields={fields}
                    item={item}
                    findings={findings}
                    comments={comments}
                    readonly={!mayWrite}
                    onChange={draft.write}
                  />
                ),
            })),
            {
              key: 'history',
              label: t('catalogue.section-history'),
              children: (
                <History code={code} history={history} mayKeep={mayKeep} onChanged={onStood} />
              ),
            },
          ]}
        />
        <Preview item={draft.shown} english={(item.english ?? []) as Translation[]} />
      </div>
    </div>
  );
}
