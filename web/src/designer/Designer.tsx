/** Drawing a process: draft → checked live → published as a new version. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Select } from 'antd';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useParams } from 'react-router';
import { ApiError } from '../api/client.js';
import { api } from '../api/endpoints.js';
import type { Finding } from '../api/model.js';
import { ErrorNotice, Loading } from '../shared/ui.js';
import '../workbench/workbench.css';
import './designer.css';
import { createEditor, type Editor } from './editor.js';
import { Findings } from './Findings.js';

const QUIET_MS = 500;

interface Imported {
  xml: string;
  name: string;
}

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
  const imported = useLocation().state as Imported | null;
  const queries = useQueryClient();
  const { message } = App.useApp();
  const box = useRef<HTMLDivElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const editor = useRef<Editor | null>(null);
  const [version, setVersion] = useState<number>();
  const [dirty, setDirty] = useState(Boolean(imported));
  const [problem, setProblem] = useState<unknown>(null);
  const { findings, check, error: lintError } = useLint(editor);

  const versions = useQuery({
    queryKey: ['process-versions', process],
    queryFn: () => api.processVersions(process),
    retry: false,
  });
  const known = versions.data?.items ?? [];
  const shown = version ?? (imported ? undefined : known[0]?.version);
  const source = useQuery({
    queryKey: ['process-xml', process, shown],
    queryFn: () => api.processXml(process, shown!),
    enabled: shown !== undefined,
    staleTime: Infinity,
  });
  const xml = shown === undefined ? imported?.xml : source.data?.xml;
  const name = known.find((one) => one.version === shown)?.name ?? imported?.name ?? process;

  useEffect(() => {
    if (!box.current || !panel.current) return;
    const created = createEditor(box.current, panel.current, () => {
      setDirty(true);
      check();
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

  const afterSaving = async () => {
    setDirty(false);
    await queries.invalidateQueries({ queryKey: ['process-versions', process] });
    await queries.invalidateQueries({ queryKey: ['processes'] });
  };
  const save = useMutation({
    mutationFn: async () => api.saveProcess(process, (await editor.current?.xml()) ?? '', name),
    onSuccess: async () => {
      await afterSaving();
      void message.success(t('designer.saved'));
    },
  });
  const publish = useMutation({
    mutationFn: async () => {
      await api.saveProcess(process, (await editor.current?.xml()) ?? '', name);
      return api.publishProcess(process);
    },
    onSuccess: async (answer) => {
      await afterSaving();
      void message.success(t('designer.published', { version: answer.version }));
    },
  });
  const errors = findings?.some((finding) => finding.severity === 'error') ?? true;
  const missing = versions.error instanceof ApiError && versions.error.status === 404;
  const error = problem ?? save.error ?? publish.error ?? lintError ?? source.error;
  return (
    <div className="designer">
      <div className="designer-bar">
        <Link to="/designer">{t('designer.back')}</Link>
        <h1>
          {name} {dirty && <span className="tag tag-warning">{t('designer.unsaved')}</span>}
        </h1>
        {known.length > 0 && (
          <Select
            aria-label={t('designer.version')}
            style={{ minWidth: '12rem' }}
            value={shown}
            placeholder={t('designer.imported')}
            onChange={setVersion}
            options={known.map((one) => ({
              value: one.version,
              label: `${t('designer.version-number', { version: one.version })} · ${t(`designer.state-${one.state}`)} · ${t('designer.cases', { count: one.runningCases })}`,
            }))}
          />
        )}
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
      <div className="designer-canvas" ref={box} data-testid="canvas">
        {!xml && !missing && source.isPending && <Loading />}
        <ErrorNotice error={error ?? (missing && !imported ? versions.error : null)} />
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
