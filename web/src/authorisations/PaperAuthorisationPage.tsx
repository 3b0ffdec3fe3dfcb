/** A window takes in an authorisation that was signed on paper, by somebody who does not come online. */
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { newKey } from '../api/client.js';
import { api } from '../api/endpoints.js';
import type { PaperAuthorisation } from '../api/model.js';
import '../portal/portal.css';
import '../shared/forms/form.css';
import '../shared/locales/authorisations.js';
import { Upload } from '../shared/forms/Upload.js';
import { ErrorNotice, Notice } from '../shared/ui.js';
import { areWhole, asAsked, noTerms, TermsFields, TextField } from './fields.js';

type Principal = PaperAuthorisation['principal'];
const NOBODY: Principal = { kind: 'natural', idNumber: '', name: '' };

export default function PaperAuthorisationPage() {
  const { t } = useTranslation();
  const [terms, setTerms] = useState(noTerms);
  const [principal, setPrincipal] = useState(NOBODY);
  const [papers, setPapers] = useState<string[]>([]);
  const key = useRef(newKey());
  const [paper] = papers;
  const record = useMutation({
    mutationFn: () =>
      api.recordAuthorisation({ ...asAsked(terms), principal, paper: paper! }, key.current),
    onSuccess: () => {
      key.current = newKey();
      setTerms(noTerms());
      setPrincipal(NOBODY);
      setPapers([]);
    },
  });
  const legal = principal.kind === 'legal';
  const ready = areWhole(terms) && principal.idNumber.length === 18 && principal.name.length > 1;
  return (
    <div className="page page-narrow">
      <Link className="back" to="/window">
        {t('window.title')}
      </Link>
      <h1>{t('authorisation.record')}</h1>
      <p className="muted">{t('authorisation.record-why')}</p>
      <form
        className="card stack"
        data-testid="record-authorisation"
        onSubmit={(event) => {
          event.preventDefault();
          record.mutate();
        }}
      >
        <h2>{t('authorisation.principal')}</h2>
        <div className="field">
          <label htmlFor="authorisation-kind">{t('window.kind')}</label>
          <select
            id="authorisation-kind"
            className="form-control"
            value={principal.kind}
            onChange={({ target }) =>
              setPrincipal({
                ...principal,
                kind: target.value as Principal['kind'],
              })
            }
          >
            <option value="natural">{t('window.natural')}</option>
            <option value="legal">{t('window.legal')}</option>
          </select>
        </div>
        <TextField
          id="authorisation-principal-number"
          label={t(legal ? 'window.credit-code' : 'window.id-number')}
          number
          value={principal.idNumber}
          onChange={(idNumber) => setPrincipal({ ...principal, idNumber })}
        />
        <TextField
          id="authorisation-principal"
          label={t(legal ? 'window.firm' : 'window.name')}
          value={principal.name}
          onChange={(name) => setPrincipal({ ...principal, name: name.trim() })}
        />
        <h2>{t('authorisation.agent')}</h2>
        <TermsFields terms={terms} set={(part) => setTerms((now) => ({ ...now, ...part }))} />
        <div className="field">
          <span>{t('authorisation.scan')}</span>
          <Upload
            code="authorisation"
            label={t('authorisation.scan')}
            files={papers}
            onChange={(files) => setPapers(files.slice(-1))}
          />
        </div>
        <ErrorNotice error={record.error} />
        {record.isSuccess && <Notice tone="success" title={t('authorisation.recorded')} />}
        <div className="actions">
          <button
            type="submit"
            className="button button-large"
            disabled={!ready || !paper || record.isPending}
          >
            {t('authorisation.save')}
          </button>
        </div>
      </form>
    </div>
  );
}
