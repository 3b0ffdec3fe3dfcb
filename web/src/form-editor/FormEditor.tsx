/** Drawing a form: fields, what each asks, and beside it the form as applicants see it. */
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate, useParams } from 'react-router';
import { ApiError } from '../api/client.js';
import { api } from '../api/endpoints.js';
import type { FormContent } from '../api/model.js';
import { ErrorNotice, Loading } from '../shared/ui.js';
import '../workbench/workbench.css';
import { useBegun } from '../shared/versions/useBegun.js';
import { useUnsent } from '../shared/versions/useUnsent.js';
import { begunFrom, newFrom } from '../shared/versions/made-from.js';
import { DrawingBoard } from './DrawingBoard.js';
import './form-editor.css';
import { formIn } from './formFile.js';
import type { BegunForm } from './useFormDraft.js';
import '../shared/locales/forms.js';

const isMissing = (error: unknown): boolean => error instanceof ApiError && error.status === 404;

/** As the list hands it over: a new form, or one from a file. */
function handedOver(state: unknown): FormContent | null {
  const { xml } = (state ?? {}) as { xml?: string };
  const found = xml === undefined ? null : formIn(xml);
  return found && found.form;
}

/** The draft, else the newest version, as the server has it at one moment. */
async function readForm(id: string): Promise<BegunForm> {
  const { items } = await api.formVersions(id);
  const newest = items[0]!;
  const form = await api.formVersion(id, newest.version);
  return { form, madeFrom: begunFrom(items), handed: false };
}

export default function FormEditor() {
  const { form: id = '' } = useParams();
  return <Editor key={id} id={id} />;
}

function Editor({ id }: { id: string }) {
  const { t } = useTranslation();
  const { state, pathname } = useLocation();
  const navigate = useNavigate();
  const [handed, setHanded] = useState(() => handedOver(state));
  /** It begins anew each time that what is drawn gives way to what is kept. */
  const [round, begin] = useState(0);
  useEffect(() => {
    // What was handed over is drawn now: opened again, the page shows what is kept.
    if (state) void navigate(pathname, { replace: true, state: null });
  }, [state, pathname, navigate]);
  const versions = useQuery({
    queryKey: ['forms', 'versions', id],
    queryFn: () => api.formVersions(id),
    retry: false,
  });
  const read = useQuery({
    queryKey: ['form-begun', id, round],
    queryFn: () => readForm(id),
    enabled: !handed,
    // Read once: what is drawn since is what counts; and anew whenever the page is opened.
    ...{ staleTime: Infinity, gcTime: 0, refetchOnWindowFocus: false, retry: false },
  });
  const unsent = useUnsent<FormContent>('form', id, round);
  // A new form of which nothing has reached the server yet is on this machine alone.
  const left = round === 0 && isMissing(read.error) && unsent;
  const known = versions.data ?? (isMissing(versions.error) && { items: [] });
  const begun = useBegun<BegunForm>(
    round,
    // What is handed over was made from no draft: where there is one, the server says so.
    (handed && known && { form: handed, madeFrom: newFrom(known.items), handed: true }) ||
      read.data ||
      (left && { form: left.content, madeFrom: newFrom([]), handed: false }),
  );
  const error = read.error ?? versions.error;
  if (error && !begun && unsent !== undefined) return <ErrorNotice error={error} />;
  if (!begun || unsent === undefined) return <Loading />;
  const again = () => {
    setHanded(null);
    begin(round + 1);
  };
  return (
    <>
      <h1 className="visually-hidden">{t('form-editor.label')}</h1>
      <DrawingBoard
        key={round}
        id={id}
        begun={begun}
        unsent={unsent}
        versions={versions.data?.items ?? []}
        label={t('form-editor.label')}
        onAgain={again}
      />
    </>
  );
}
