/** Drawing decisions: draft → checked live, tried out → published as a new version. */
import { Button } from 'antd';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { readDecisions, type DecisionModel } from '../../../bpmn/dmn/index.js';
import { api } from '../api/endpoints.js';
import type { DecisionVersion, Finding } from '../api/model.js';
import { Findings } from '../designer/Findings.js';
import { download } from '../shared/download.js';
import { ErrorNotice, Loading } from '../shared/ui.js';
import { useRestOfWindow } from '../shared/useRestOfWindow.js';
import { DraftButtons } from '../shared/versions/DraftButtons.js';
import { DraftState } from '../shared/versions/DraftState.js';
import { PublishDrawn } from '../shared/versions/PublishDrawn.js';
import { Saved } from '../shared/versions/Saved.js';
import { useDefinition, type DrawnKind } from '../shared/versions/useDefinition.js';
import { VersionsButton } from '../shared/versions/VersionsButton.js';
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
        editor.current?.mark(answer.findings);
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
  const page = useRef<HTMLDivElement>(null);
  useRestOfWindow(page);
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

  const errorCount = findings && findings.filter(({ severity }) => severity === 'error').length;
  return (
    <div className="designer" ref={page}>
      <div className="designer-bar">
        <Link to="/decisions">{t('decision.back')}</Link>
        <h1>
          {name} <Saved definition={definition} />
        </h1>
        <VersionSelect
          known={known}
          shown={definition.shown}
          dirty={dirty}
          onChoose={(version) => void definition.show(version).catch(setProblem)}
        />
        <Button
          data-testid="export"
          onClick={() =>
            void currentXml().then((xml) =>
              download(`${file}.dmn`, new Blob([xml], { type: 'application/xml' })),
            )
          }
        >
          {t('designer.export')}
        </Button>
        <DraftButtons definition={definition} />
        <VersionsButton kind={DECISION} id={file} definition={definition} />
        <PublishDrawn kind={DECISION.code} id={file} definition={definition} errors={errorCount} />
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
        <TryOut
          key={file}
          model={model}
          xml={currentXml}
          tests={model && (editor.current?.tests ?? null)}
          findings={findings}
          onTried={({ trace }) =>
            editor.current?.light(
              new Map(trace.map(({ decision, matched }) => [decision, matched ?? []])),
            )
          }
        />
      </div>
      <Findings findings={findings} onShow={(element) => editor.current?.show(element)} />
    </div>
  );
}
