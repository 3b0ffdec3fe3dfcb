/** Drawing decisions: draft → checked live, tried out → published as a new version. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { readDecisions, type DecisionModel } from '../../../bpmn/dmn/index.js';
import { api } from '../api/endpoints.js';
import type { DecisionVersion, Finding } from '../api/model.js';
import { Findings } from '../designer/Findings.js';
import { ErrorNotice, Loading } from '../shared/ui.js';
import { DraftButtons } from '../shared/versions/DraftButtons.js';
import { DraftState } from '../shared/versions/DraftState.js';
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
  page: '/decisions',
  versions: api.decisionVersions,
  xml: api.decisionXml,
  save: api.saveDecision,
  drop: api.dropDecisionDraft,
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
  const { name, opening, known, dirty, changed, leave } = definition;

  useEffect(() => {
    if (!box.current) return;
    const created = createDmnEditor(box.current, {
      onChange: () => {
        changed();
        check();
      },
      onViews: (all, active) => setViews({ all, active }),
    });
    editor.current = created;
    return () => {
      // What was drawn just now is kept before the editor goes.
      void leave().finally(() => {
        if (editor.current === created) editor.current = null;
        created.close();
      });
    };
  }, [check, changed, leave]);
  useEffect(() => {
    if (opening) editor.current?.open(opening.xml).then(check).catch(setProblem);
  }, [opening, check]);

  const errorCount = findings?.filter(({ severity }) => severity === 'error').length ?? 0;
  const errors = findings === null || errorCount > 0;
  return (
    <div className="designer">
      <div className="designer-bar">
        <Link to="/decisions">{t('decision.back')}</Link>
        <h1>
          {name}{' '}
          {dirty && (
            <span className="tag tag-warning" role="status" data-testid="unsaved">
              {t(definition.kept ? 'versions.unsaved-kept' : 'versions.unsaved')}
            </span>
          )}
        </h1>
        <VersionSelect
          known={known}
          shown={definition.shown}
          dirty={dirty}
          onChoose={(version) => void definition.show(version).catch(setProblem)}
        />
        <DraftButtons definition={definition} />
        <PublishButton
          kind={DECISION.code}
          definition={file}
          keep={definition.keepChanged}
          publish={definition.publish}
          disabled={errors}
          why={errorCount > 0 ? t('versions.errors', { count: errorCount }) : undefined}
        />
        <DraftState definition={definition} kind={DECISION.code} id={file} />
      </div>
      <div className="designer-canvas decision-canvas">
        <Views views={views.all} active={views.active} onOpen={(id) => editor.current?.show(id)} />
        {definition.loading && <Loading />}
        <ErrorNotice error={problem ?? lintError} />
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
