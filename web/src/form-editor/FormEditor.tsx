/** Drawing a form: fields, what each asks, and beside it the form as applicants see it. */
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate, useParams } from 'react-router';
import { ApiError } from '../api/client.js';
import { api } from '../api/endpoints.js';
import type { FormContent } from '../api/model.js';
import { ErrorNotice, Loading } from '../shared/ui.js';
import '../workbench/workbench.css';
import { DrawingBoard } from './DrawingBoard.js';
import './form-editor.css';

/** As the list hands it over: a new form, or one from a file. */
interface Handed {
  xml: string;
}

export default function FormEditor() {
  const { t } = useTranslation();
  const { form: id = '' } = useParams();
  const { state, pathname } = useLocation();
  const navigate = useNavigate();
  const [handed] = useState(state as Handed | null);
  const versions = useQuery({
    queryKey: ['forms', 'versions', id],
    queryFn: () => api.formVersions(id),
    retry: false,
  });
  const missing = versions.error instanceof ApiError && versions.error.status === 404;
  const newest = versions.data?.items[0];
  const isKept = newest !== undefined;
  // Loading the page anew must not bring back what was handed over, in place of what is kept since.
  useEffect(() => {
    if (isKept && state) void navigate(pathname, { replace: true, state: null });
  }, [isKept, state, pathname, navigate]);
  const revision = newest?.state === 'draft' ? newest.revision : null;
  const begun = useQuery({
    queryKey: ['forms', 'content', id, newest?.version ?? null, revision],
    queryFn: () => api.formVersion(id, newest!.version),
    enabled: isKept && !handed,
    // Read once: what is drawn since is what counts.
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  });
  const [given] = useState(() => handed && (JSON.parse(handed.xml) as FormContent));
  const form = given ?? begun.data;
  // What is drawn begins once; what is kept of it since is drawn already.
  const first = useRef<{ form: FormContent; revision: string | null } | null>(null);
  if (!first.current && form && !versions.isPending) first.current = { form, revision };
  const error = missing && handed ? null : (versions.error ?? begun.error);
  if (error && !first.current) return <ErrorNotice error={error} />;
  if (!first.current) return <Loading />;
  return (
    <DrawingBoard
      key={id}
      id={id}
      begun={first.current.form}
      isNew={Boolean(handed)}
      revision={first.current.revision}
      versions={versions.data?.items ?? []}
      label={t('form-editor.label')}
    />
  );
}
