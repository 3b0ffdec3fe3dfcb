/** One kind's template: written, checked with the place of every fault, looked at, published from a day on. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Checkbox, Input, Select } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../api/client.js';
import { api } from '../api/endpoints.js';
import type { DocumentKind, DocumentTemplate, KindSetting } from '../api/model.js';
import { i18n } from '../shared/i18n.js';
import { ErrorNotice, Loading, Notice } from '../shared/ui.js';
import { begunFrom, isDraft, type Reviewed } from '../shared/versions/made-from.js';
import { PublishButton } from '../shared/versions/PublishButton.js';
import { useChain } from '../shared/versions/useChain.js';

const ROLES = ['seal-keeper', 'approver', 'reviewer', 'handler'] as const;

interface Fault {
  line: number;
  column: number;
  message: string;
}

/** Every fault with its place; other errors as they are. */
function Faults({ error }: { error: unknown }) {
  const { t } = useTranslation();
  if (!(error instanceof ApiError) || error.code !== 'template-invalid') {
    return <ErrorNotice error={error} />;
  }
  const faults = (error.details.errors ?? []) as Fault[];
  return (
    <Notice tone="danger" title={error.message} testId="template-faults">
      <ul>
        {faults.map(({ line, column, message }, index) => (
          <li key={index}>{t('paper.fault', { line, column, message })}</li>
        ))}
      </ul>
    </Notice>
  );
}

function Setting({ kind }: { kind: DocumentKind }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const change = useMutation({
    mutationFn: (setting: KindSetting) => api.changeDocumentSetting(kind.kind, setting),
    onSettled: () => queries.invalidateQueries({ queryKey: ['document-kinds'] }),
  });
  const { approval, approverRole } = kind;
  return (
    <div className="stack">
      <p className="small muted">
        {kind.word === null ? t('paper.no-word') : t('paper.number-form', { word: kind.word })}
      </p>
      <Checkbox
        checked={approval}
        onChange={(event) => change.mutate({ approval: event.target.checked, approverRole })}
      >
        {t('paper.approval')}
      </Checkbox>
      <Select
        aria-label={t('paper.approver')}
        value={approverRole}
        disabled={!approval}
        options={ROLES.map((role) => ({ value: role, label: t(`paper.role-${role}`) }))}
        onChange={(role) => change.mutate({ approval, approverRole: role })}
      />
      <ErrorNotice error={change.error} />
    </div>
  );
}

interface VersionsProps {
  templates: DocumentTemplate[];
  onUse: (body: string) => void;
}

function Versions({ templates, onUse }: VersionsProps) {
  const { t } = useTranslation();
  return (
    <ul className="plain-list">
      {templates.map(({ version, state, effectiveFrom, body }) => (
        <li key={version} className="row between small">
          <span>
            {version === 0 ? t('paper.built-in') : t('paper.version', { version })}{' '}
            <span className="muted">
              {state === 'draft'
                ? t('paper.draft')
                : version > 0 && t('paper.since', { day: effectiveFrom })}
            </span>
          </span>
          <Button size="small" type="link" onClick={() => onUse(body)}>
            {t('paper.use')}
          </Button>
        </li>
      ))}
    </ul>
  );
}

function Editor({ kind, templates }: { kind: DocumentKind; templates: DocumentTemplate[] }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const area = useRef<HTMLTextAreaElement>(null);
  const [body, setBody] = useState(templates[0]?.body ?? '');
  const [from, setFrom] = useState('');
  const refresh = () => queries.invalidateQueries({ queryKey: ['document-templates', kind.kind] });
  const chain = useChain<string>(begunFrom(templates), async (words, madeFrom) => {
    const kept = await api.saveDocumentTemplate(kind.kind, words, madeFrom);
    return { revision: kept.find(isDraft)?.revision ?? null };
  });
  const save = useMutation({
    mutationFn: () => chain.send(body),
    onSuccess: () => void message.success(t('paper.saved')),
    onSettled: refresh,
  });
  const preview = useMutation({
    mutationFn: () => api.previewDocumentTemplate(kind.kind, body),
    onSuccess: (pdf) => {
      const address = URL.createObjectURL(pdf);
      window.open(address, '_blank', 'noopener');
      window.setTimeout(() => URL.revokeObjectURL(address), 60_000);
    },
  });
  const publish = async (reviewed: Reviewed) => {
    await api.publishDocumentTemplate(kind.kind, from, reviewed);
    void message.success(t('paper.published'));
    await refresh();
  };
  const insert = (name: string) => {
    const at = area.current?.selectionStart ?? body.length;
    setBody(`${body.slice(0, at)}{{${name}}}${body.slice(area.current?.selectionEnd ?? at)}`);
    area.current?.focus();
  };
  const hasDraft = templates.some(isDraft);
  return (
    <>
      <div className="stack">
        <label htmlFor="template-body">{t('paper.body')}</label>
        <textarea
          id="template-body"
          ref={area}
          className="form-control template-body"
          data-testid="template-body"
          value={body}
          maxLength={20_000}
          onChange={(event) => setBody(event.target.value)}
        />
        <p className="small muted">{t('paper.marks')}</p>
        <Faults error={save.error ?? preview.error} />
        <div className="row">
          <Button loading={preview.isPending} onClick={() => preview.mutate()}>
            {t('paper.preview')}
          </Button>
          <Button
            type="primary"
            data-testid="save-template"
            loading={save.isPending}
            onClick={() => save.mutate()}
          >
            {t('paper.save')}
          </Button>
          <PublishButton
            kind="document-template"
            definition={kind.kind}
            publish={publish}
            disabled={!hasDraft}
            ready={Boolean(from)}
            terms={
              <label className="stack">
                {t('paper.from')}
                <Input
                  type="date"
                  style={{ width: '10rem' }}
                  value={from}
                  onChange={(event) => setFrom(event.target.value)}
                />
              </label>
            }
          />
        </div>
      </div>
      <aside className="stack">
        <h2>{t('paper.fields')}</h2>
        <p className="small muted">{t('paper.field-hint')}</p>
        <div className="template-fields">
          {kind.fields.map(({ name, label, required }) => (
            <Button key={name} size="small" title={name} onClick={() => insert(name)}>
              {label}
              {required && ' *'}
            </Button>
          ))}
        </div>
        <Setting kind={kind} />
        <h2>{t('paper.versions')}</h2>
        <Versions templates={templates} onUse={setBody} />
      </aside>
    </>
  );
}

/** The newest version that is published; 0 = the built-in one. */
const published = (templates: DocumentTemplate[]): number =>
  templates.find((one) => !isDraft(one))?.version ?? 0;

export function Templates({ kinds }: { kinds: DocumentKind[] }) {
  const { t } = useTranslation();
  const shown = kinds.filter(({ kind }) => kind !== 'licence');
  const [code, setCode] = useState(shown[0]?.kind ?? '');
  const kind = shown.find((each) => each.kind === code);
  const templates = useQuery({
    queryKey: ['document-templates', code],
    queryFn: () => api.documentTemplates(code),
  });
  const english = i18n.language === 'en';
  return (
    <div className="template-editor">
      <nav className="template-kinds" aria-label={t('paper.kind')}>
        {shown.map((each) => (
          <button
            key={each.kind}
            type="button"
            aria-current={each.kind === code}
            onClick={() => setCode(each.kind)}
          >
            {english ? each.nameInEnglish : each.name}
          </button>
        ))}
      </nav>
      {templates.isPending && <Loading lines={6} />}
      <ErrorNotice error={templates.error} retry={() => void templates.refetch()} />
      {kind && templates.data && (
        <Editor
          key={`${code}.${published(templates.data)}`}
          kind={kind}
          templates={templates.data}
        />
      )}
    </div>
  );
}
