/** One item: written section by section, kept as it is typed, with the applicant's page beside. */
import { App, Button, Input, Tabs } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { api } from '../api/endpoints.js';
import type { ItemData, ItemFinding } from '../api/model.js';
import { Facts } from '../portal/GuideFacts.js';
import { GuideSections } from '../portal/GuideSections.js';
import '../portal/portal.css';
import { SaveState } from '../portal/SaveState.js';
import { useSession } from '../shared/session.js';
import { ErrorNotice, Loading, Notice } from '../shared/ui.js';
import { PublishButton } from '../shared/versions/PublishButton.js';
import '../workbench/workbench.css';
import './catalogue.css';
import { History } from './History.js';
import { SectionForm, wordsOf } from './SectionForm.js';
import { sectionOf, SECTIONS } from './sections.js';
import { useItemDraft } from './useItemDraft.js';
import { useItemSchema } from './useItemSchema.js';

const AUTHORS = ['admin', 'catalogue-keeper', 'item-author'];
const KEEPERS = ['admin', 'catalogue-keeper'];

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
function Preview({ item }: { item: ItemData | null }) {
  const { t } = useTranslation();
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
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { code = '' } = useParams();
  const { post } = useSession();
  const choices = useItemSchema();
  const draft = useItemDraft(code);
  const [section, setSection] = useState('basics');
  const [from, setFrom] = useState('');
  const { history, source, item, save, findings } = draft;
  const error = history.error ?? source.error ?? choices.error;
  if (error) {
    return (
      <div className="staff-page">
        <ErrorNotice error={error} retry={() => void history.refetch()} />
      </div>
    );
  }
  if (!item || !history.data || !choices.data) return <Loading lines={8} />;
  const schema = choices.data;
  const role = post?.role ?? '';
  const mayWrite = history.data.mine && AUTHORS.includes(role);
  const mayKeep = history.data.mine && KEEPERS.includes(role);
  const publish = async (revision: string) => {
    const { version } = await api.publishItem(code, from, revision);
    void message.success(t('catalogue.published', { version, day: from }));
    await draft.again();
  };
  const drop = async () => {
    await api.dropItem(code);
    await draft.again();
  };
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
          {mayWrite && <SaveState save={save} />}
          {mayWrite && draft.hasDraft && (
            <Button onClick={() => void drop()}>{t('catalogue.drop')}</Button>
          )}
          {mayKeep && (
            <PublishButton
              kind="item"
              definition={code}
              keep={draft.keep}
              publish={publish}
              disabled={!draft.hasDraft}
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
              children: (
                <SectionForm
                  schema={schema}
                  fields={fields}
                  item={item}
                  findings={findings}
                  readonly={!mayWrite}
                  onChange={draft.write}
                />
              ),
            })),
            {
              key: 'history',
              label: t('catalogue.section-history'),
              children: (
                <History
                  code={code}
                  history={history.data}
                  mayKeep={mayKeep}
                  onChanged={() => void history.refetch()}
                />
              ),
            },
          ]}
        />
        <Preview item={draft.shown} />
      </div>
    </div>
  );
}
