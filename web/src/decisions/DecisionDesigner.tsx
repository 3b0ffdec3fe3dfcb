/** Drawing decisions: draft → checked live, tried out → published as a new version. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Select } from 'antd';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useParams } from 'react-router';
import { readDecisions, type DecisionModel } from '../../../bpmn/dmn/index.js';
import { ApiError } from '../api/client.js';
import { api } from '../api/endpoints.js';
import type { Finding } from '../api/model.js';
import { Findings } from '../designer/Findings.js';
import { ErrorNotice, Loading } from '../shared/ui.js';
import '../workbench/workbench.css';
import '../designer/designer.css';
import './decisions.css';
import { createDmnEditor, type DmnEditor, type DmnView } from './dmnEditor.js';
import { TryOut } from './TryOut.js';

const QUIET_MS = 500;

/** Reads and checks the file a moment after each change. */
function useCheck(editor: React.RefObject<DmnEditor | null>) {
  const [findings, setFindings] = useState<Finding[] | null>(null);
  const [model, setModel] = useState<DecisionModel | null>(null);
  const [error, setError] = useState<unknown>(null);
  const timer = useRef<number | undefined>(undefined);
  const check = useCallback(() => {
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => {
      const run = async () => {
        const xml = await editor.current?.xml();
        if (!xml) return;
        const [answer, read] = await Promise.all([api.lintDecision(xml), readDecisions(xml)]);
        setFindings(answer.findings);
        setModel(read.model ?? null);
        setError(null);
      };
      run().catch(setError);
    }, QUIET_MS);
  }, [editor]);
  useEffect(() => () => window.clearTimeout(timer.current), []);
  return { findings, model, check, error };
}

function Views(props: { views: DmnView[]; active?: string; onOpen: (id: string) => void }) {
  const { t } = useTranslation();
  return (
    <div className="decision-views" role="group" aria-label={t('decision.views')}>
      {props.views.map(({ id, name, isDiagram }) => (
        <button
          key={id}
          type="button"
          aria-pressed={id === props.active}
          onClick={() => props.onOpen(id)}
        >
          {isDiagram ? t('decision.diagram') : name}
        </button>
      ))}
    </div>
  );
}

export default function DecisionDesigner() {
  const { t } = useTranslation();
  const { file = '' } = useParams();
  const imported = useLocation().state as { xml: string; name: string } | null;
  const queries = useQueryClient();
  const { message } = App.useApp();
  const box = useRef<HTMLDivElement>(null);
  const editor = useRef<DmnEditor | null>(null);
  const [version, setVersion] = useState<number>();
  const [dirty, setDirty] = useState(Boolean(imported));
  const [problem, setProblem] = useState<unknown>(null);
  const [views, setViews] = useState<{ all: DmnView[]; active?: string }>({ all: [] });
  const { findings, model, check, error: lintError } = useCheck(editor);

  const versions = useQuery({
    queryKey: ['decision-versions', file],
    queryFn: () => api.decisionVersions(file),
    retry: false,
  });
  const known = versions.data?.items ?? [];
  const shown = version ?? (imported ? undefined : known[0]?.version);
  const source = useQuery({
    queryKey: ['decision-xml', file, shown],
    queryFn: () => api.decisionXml(file, shown!),
    enabled: shown !== undefined,
    staleTime: Infinity,
  });
  const xml = shown === undefined ? imported?.xml : source.data?.xml;
  const name = known.find((one) => one.version === shown)?.name ?? imported?.name ?? file;

  useEffect(() => {
    if (!box.current) return;
    const created = createDmnEditor(box.current, {
      onChange: () => {
        setDirty(true);
        check();
      },
      onViews: (all, active) => setViews({ all, active }),
    });
    editor.current = created;
    return () => {
      editor.current = null;
      created.close();
    };
  }, [check]);
  useEffect(() => {
    if (xml === undefined) return;
    editor.current?.open(xml).then(check).catch(setProblem);
  }, [xml, check]);

  const currentXml = async () => (await editor.current?.xml()) ?? '';
  const afterSaving = async () => {
    setDirty(false);
    await queries.invalidateQueries({ queryKey: ['decision-versions', file] });
    await queries.invalidateQueries({ queryKey: ['decisions'] });
  };
  const save = useMutation({
    mutationFn: async () => api.saveDecision(file, await currentXml()),
    onSuccess: async () => {
      await afterSaving();
      void message.success(t('designer.saved'));
    },
  });
  const publish = useMutation({
    mutationFn: async () => {
      await api.saveDecision(file, await currentXml());
      return api.publishDecision(file);
    },
    onSuccess: async (answer) => {
      await afterSaving();
      void message.success(t('decision.published', { version: answer.version }));
    },
  });
  const errors = findings?.some((finding) => finding.severity === 'error') ?? true;
  const missing = versions.error instanceof ApiError && versions.error.status === 404;
  const error = problem ?? save.error ?? publish.error ?? lintError ?? source.error;
  return (
    <div className="designer">
      <div className="designer-bar">
        <Link to="/decisions">{t('decision.back')}</Link>
        <h1>
          {name} {dirty && <span className="tag tag-warning">{t('designer.unsaved')}</span>}
        </h1>
        {known.length > 0 && (
          <Select
            aria-label={t('designer.version')}
            className="decision-version"
            value={shown}
            placeholder={t('designer.imported')}
            onChange={setVersion}
            options={known.map((one) => ({
              value: one.version,
              label: `${t('designer.version-number', { version: one.version })} · ${t(`designer.state-${one.state}`)}`,
            }))}
          />
        )}
        <Button data-testid="save-draft" loading={save.isPending} onClick={() => save.mutate()}>
          {t('designer.save')}
        </Button>
        <Button
          type="primary"
          data-testid="publish"
          disabled={errors}
          loading={publish.isPending}
          onClick={() => publish.mutate()}
        >
          {t('designer.publish')}
        </Button>
      </div>
      <div className="designer-canvas decision-canvas">
        <Views views={views.all} active={views.active} onOpen={(id) => editor.current?.show(id)} />
        {!xml && !missing && source.isPending && <Loading />}
        <ErrorNotice error={error ?? (missing && !imported ? versions.error : null)} />
        <div
          className="decision-editor"
          ref={box}
          role="region"
          aria-label={t('decision.editor')}
          data-testid="canvas"
        />
      </div>
      <div className="designer-panel">
        <TryOut key={file} model={model} xml={currentXml} />
      </div>
      <Findings findings={findings} onShow={(element) => editor.current?.show(element)} />
    </div>
  );
}
