/** All forms: which version is in use, which draft waits, and by how many each is used. */
import { useTranslation } from 'react-i18next';
import { api } from '../api/endpoints.js';
import type { FormHead } from '../api/model.js';
import { DefinitionList, type ListedKind } from '../shared/versions/DefinitionList.js';
import '../workbench/workbench.css';
import { emptyForm } from './drawing.js';
import { formIn } from './formFile.js';
import '../shared/locales/forms.js';

const FORMS: ListedKind<FormHead> = {
  texts: 'form-editor',
  path: '/forms',
  title: 'nav.forms',
  list: 'forms',
  rows: api.forms,
  blank: (id, title) => JSON.stringify(emptyForm(id, title)),
  files: '.json',
  read: (text) => Promise.resolve(formIn(text)),
  nothingRead: 'form-editor.no-form',
};

export default function FormList() {
  const { t } = useTranslation();
  return (
    <DefinitionList
      kind={FORMS}
      after={[
        { title: t('form-editor.items'), dataIndex: 'items' },
        { title: t('form-editor.processes'), dataIndex: 'processes' },
      ]}
    />
  );
}
