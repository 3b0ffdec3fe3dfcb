/** Drawing decisions: draft → checked live, tried out → published as a new version. */
import { Button } from 'antd';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { readDecisions, type DecisionModel } from '../../../bpmn/dmn/index.js';
import { api } from '../api/endpoints.js';
import type { DecisionVersion, Finding } from '../api/model.js';
import { Findings } from '../designer/Findings.js';
import { ErrorNotice, Loading } from '../shared/ui.js';
import { PublishButton } from '../shared/versions/PublishButton.js';
import { useDefinition, type DrawnKind } from '../shared/versions/useDefinition.js';
import { VersionSelect } from '../shared/versions/VersionSelect.js';
import '../workbench/workbench.css';
import '../designer/designer.css';
import './decisions.css';
import { createDmnEditor, type DmnEditor, type DmnView } from './dmnEditor.js';
import { TryOut } from './TryOut.js';

const QUIET_MS = 500;

const DECISION: DrawnKind<DecisionVersion> = {
  code: 'decision',
  list: 'decisions',
  versions: api.decisionVersions,
  xml: api.decisionXml,
  save: api.saveDecision,
  publish: api.publishDecision,
};

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
  const box = useRef<HTMLDivElement>(null);
  const editor = useRef<DmnEditor | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const [views, setViews] = useState<{ all: DmnView[]; active?: string }>({ all: [] });
  const { findings, model, check, error: lintError } = useCheck(editor);
  const currentXml = async () => (await editor.current?.xml()) ?? '';
  const definition = useDefinition(DECISION, file, {
    drawn: currentXml,
    told: (version) => t('decision.published', { version }),
  });
  const { name, xml, known, dirty, setDirty, save } = definition;

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
  }, [check, setDirty]);
  useEffect(() => {
    if (xml === undefined) return;
    editor.current?.open(xml).then(check).catch(setProblem);
  }, [xml, check]);

  const errors = findings?.some((finding) => finding.severity === 'error') ?? true;
  const error = problem ?? definition.error ?? lintError;
  return (
    <div className="designer">
      <div className="designer-bar">
        <Link to="/decisions">{t('decision.back')}</Link>
        <h1>
          {name} {dirty && <span className="tag tag-warning">{t('versions.unsaved')}</span>}
        </h1>
        <VersionSelect known={known} shown={definition.shown} onChoose={definition.setVersion} />
        <Button data-testid="save-draft" loading={save.isPending} onClick={() => save.mutate()}>
          {t('versions.save')}
        </Button>
        <PublishButton
          kind={DECISION.code}
          definition={file}
          keep={definition.keepChanged}
          publish={definition.publish}
          disabled={errors}
        />
      </div>
      <div className="designer-canvas decision-canvas">
        <Views views={views.all} active={views.active} onOpen={(id) => editor.current?.show(id)} />
        {definition.loading && <Loading />}
        <ErrorNotice error={error} />
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
