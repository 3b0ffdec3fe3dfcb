/** Drawing a process: draft → checked live → published as a new version. */
import { Button } from 'antd';
import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { api } from '../api/endpoints.js';
import type { Finding, ProcessVersion } from '../api/model.js';
import { ErrorNotice, Loading } from '../shared/ui.js';
import { useRestOfWindow } from '../shared/useRestOfWindow.js';
import type { Picture } from '../shared/versions/Differences.js';
import { DraftButtons } from '../shared/versions/DraftButtons.js';
import { DraftState } from '../shared/versions/DraftState.js';
import { PublishDrawn } from '../shared/versions/PublishDrawn.js';
import { Saved } from '../shared/versions/Saved.js';
import { useDefinition, type DrawnKind } from '../shared/versions/useDefinition.js';
import { VersionsButton } from '../shared/versions/VersionsButton.js';
import { VersionSelect } from '../shared/versions/VersionSelect.js';
import '../workbench/workbench.css';
import './designer.css';
import { createEditor, type Editor, type Standing } from './editor.js';
import { Export } from './Export.js';
import { Findings } from './Findings.js';
import type { Tokens } from './tokens.js';
import { Toolbar } from './Toolbar.js';

/** Looked at before a publication. */
const DiagramComparison = lazy(() => import('./DiagramComparison.js'));

/** The engine comes with it. */
const Rehearsal = lazy(() => import('./rehearsal/Rehearsal.js'));

const QUIET_MS = 500;

const PROCESS: DrawnKind<ProcessVersion> = {
  code: 'process',
  list: 'processes',
  page: '/designer',
  versions: api.processVersions,
  xml: api.processXml,
  save: api.saveProcess,
  drop: api.dropProcessDraft,
  publish: api.publishProcess,
  retire: api.retireProcess,
  remove: api.deleteProcess,
};

/** Checks the drawing a moment after each change. */
function useLint(editor: React.RefObject<Editor | null>) {
  const [findings, setFindings] = useState<Finding[] | null>(null);
  const [error, setError] = useState<unknown>(null);
  /** How often what is drawn was looked at. */
  const [looks, setLooks] = useState(0);
  const timer = useRef<number | undefined>(undefined);
  const check = useCallback(() => {
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => {
      const run = async () => {
        const xml = await editor.current?.xml();
        if (!xml) return;
        const answer = await api.lint(xml);
        setFindings(answer.findings);
        setLooks((before) => before + 1);
        editor.current?.mark(answer.findings);
        setError(null);
      };
      run().catch(setError);
    }, QUIET_MS);
  }, [editor]);
  useEffect(() => () => window.clearTimeout(timer.current), []);
  return { findings, looks, check, error };
}

export default function Designer() {
  const { t } = useTranslation();
  const { process = '' } = useParams();
  const page = useRef<HTMLDivElement>(null);
  useRestOfWindow(page);
  const box = useRef<HTMLDivElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const editor = useRef<Editor | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const [standing, setStanding] = useState<Standing>({ canUndo: false, canRedo: false });
  const { findings, looks, check, error: lintError } = useLint(editor);
  const [rehearsing, setRehearsing] = useState(false);
  const currentXml = async () => (await editor.current?.xml()) ?? '';
  const definition = useDefinition(PROCESS, process, {
    drawn: currentXml,
    told: (version) => t('designer.published', { version }),
  });
  const { name, opening, known, dirty, changed, leave } = definition;

  useEffect(() => {
    if (!box.current || !panel.current) return;
    const places = { box: box.current, panel: panel.current };
    const created = createEditor(process, places, {
      onChange: () => {
        changed();
        check();
      },
      onStanding: setStanding,
    });
    editor.current = created;
    return () => {
      // What was drawn just now is kept before the editor goes.
      void leave().finally(() => {
        if (editor.current === created) editor.current = null;
        created.close();
      });
    };
  }, [process, check, changed, leave]);
  useEffect(() => {
    if (opening) editor.current?.open(opening.xml).then(check).catch(setProblem);
  }, [opening, check]);

  const showTokens = useCallback((tokens: Tokens | null) => editor.current?.tokens(tokens), []);
  const errorCount = findings && findings.filter(({ severity }) => severity === 'error').length;
  const picture: Picture = (compared, chosen) => (
    <Suspense fallback={<Loading />}>
      <DiagramComparison {...{ process, compared, chosen }} />
    </Suspense>
  );
  return (
    <div className="designer" ref={page}>
      <div className="designer-bar">
        <Link to="/designer">{t('designer.back')}</Link>
        <h1>
          {name} <Saved definition={definition} />
        </h1>
        <VersionSelect
          known={known}
          shown={definition.shown}
          dirty={dirty}
          onChoose={(version) => void definition.show(version).catch(setProblem)}
          more={({ runningCases }) => t('designer.cases', { count: runningCases })}
        />
        {known.some(({ runningCases }) => runningCases > 0) && (
          <Link to={`/designer/${process}/migration`}>{t('designer.migrate')}</Link>
        )}
        <Button
          aria-pressed={rehearsing}
          data-testid="rehearse"
          onClick={() => setRehearsing(!rehearsing)}
        >
          {t(rehearsing ? 'rehearsal.leave' : 'rehearsal.enter')}
        </Button>
        <Export process={process} editor={editor} />
        <DraftButtons definition={definition} />
        <VersionsButton kind={PROCESS} id={process} definition={definition} picture={picture} />
        <PublishDrawn
          kind={PROCESS.code}
          id={process}
          definition={definition}
          errors={errorCount}
          picture={picture}
        />
        <DraftState definition={definition} kind={PROCESS.code} id={process} />
      </div>
      <div className="designer-canvas">
        {definition.loading && <Loading />}
        <ErrorNotice error={problem ?? lintError} />
        <Toolbar standing={standing} onAct={(act) => editor.current?.act(act)} />
        <div className="designer-drawing" ref={box} data-testid="canvas" />
      </div>
      <div
        className="designer-panel"
        ref={panel}
        aria-label={t('designer.properties')}
        role="region"
        hidden={rehearsing}
      />
      {rehearsing && editor.current && (
        <section className="designer-panel" aria-label={t('rehearsal.enter')}>
          <Suspense fallback={<Loading />}>
            <Rehearsal
              {...{ process, findings }}
              drawn={{ change: looks, xml: currentXml }}
              tests={editor.current.tests}
              onTokens={showTokens}
              onShow={(element) => editor.current?.show(element)}
            />
          </Suspense>
        </section>
      )}
      <Findings
        findings={findings}
        onShow={(element, rule) => editor.current?.show(element, rule)}
      />
    </div>
  );
}
