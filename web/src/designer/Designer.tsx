/** Drawing a process: draft → checked live → published as a new version. */
import { Button } from 'antd';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { api } from '../api/endpoints.js';
import type { Finding, ProcessVersion } from '../api/model.js';
import { ErrorNotice, Loading } from '../shared/ui.js';
import { DraftButtons } from '../shared/versions/DraftButtons.js';
import { DraftState } from '../shared/versions/DraftState.js';
import { PublishButton } from '../shared/versions/PublishButton.js';
import { useDefinition, type DrawnKind } from '../shared/versions/useDefinition.js';
import { VersionSelect } from '../shared/versions/VersionSelect.js';
import '../workbench/workbench.css';
import './designer.css';
import { createEditor, type Editor } from './editor.js';
import { Findings } from './Findings.js';

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
};

/** Checks the drawing a moment after each change. */
function useLint(editor: React.RefObject<Editor | null>) {
  const [findings, setFindings] = useState<Finding[] | null>(null);
  const [error, setError] = useState<unknown>(null);
  const timer = useRef<number | undefined>(undefined);
  const check = useCallback(() => {
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => {
      const run = async () => {
        const xml = await editor.current?.xml();
        if (!xml) return;
        const answer = await api.lint(xml);
        setFindings(answer.findings);
        editor.current?.mark(answer.findings);
        setError(null);
      };
      run().catch(setError);
    }, QUIET_MS);
  }, [editor]);
  useEffect(() => () => window.clearTimeout(timer.current), []);
  return { findings, check, error };
}

function download(name: string, xml: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([xml], { type: 'application/xml' }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

export default function Designer() {
  const { t } = useTranslation();
  const { process = '' } = useParams();
  const box = useRef<HTMLDivElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const editor = useRef<Editor | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const { findings, check, error: lintError } = useLint(editor);
  const definition = useDefinition(PROCESS, process, {
    drawn: async () => (await editor.current?.xml()) ?? '',
    told: (version) => t('designer.published', { version }),
  });
  const { name, opening, known, dirty, changed, leave } = definition;

  useEffect(() => {
    if (!box.current || !panel.current) return;
    const created = createEditor(box.current, panel.current, () => {
      changed();
      check();
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
        <Link to="/designer">{t('designer.back')}</Link>
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
          more={({ runningCases }) => t('designer.cases', { count: runningCases })}
        />
        {known.some(({ runningCases }) => runningCases > 0) && (
          <Link to={`/designer/${process}/migration`}>{t('designer.migrate')}</Link>
        )}
        <Button
          onClick={() =>
            void editor.current?.xml().then((text) => download(`${process}.bpmn`, text))
          }
        >
          {t('designer.export')}
        </Button>
        <DraftButtons definition={definition} />
        <PublishButton
          kind={PROCESS.code}
          definition={process}
          keep={definition.keepChanged}
          publish={definition.publish}
          disabled={errors}
          why={errorCount > 0 ? t('versions.errors', { count: errorCount }) : undefined}
        />
        <DraftState definition={definition} kind={PROCESS.code} id={process} />
      </div>
      <div className="designer-canvas" ref={box} data-testid="canvas">
        {definition.loading && <Loading />}
        <ErrorNotice error={problem ?? lintError} />
      </div>
      <div
        className="designer-panel"
        ref={panel}
        aria-label={t('designer.properties')}
        role="region"
      />
      <Findings findings={findings} onShow={(element) => editor.current?.show(element)} />
    </div>
  );
}
