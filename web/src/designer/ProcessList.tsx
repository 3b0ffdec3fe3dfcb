/** All processes: which version new cases use, which draft waits, how many cases run. */
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api } from '../api/endpoints.js';
import type { ProcessSummary } from '../api/model.js';
import { DefinitionList, type ListedKind } from '../shared/versions/DefinitionList.js';
import '../workbench/workbench.css';
import { newProcessXml, processIn } from './newProcess.js';

const PROCESSES: ListedKind<ProcessSummary> = {
  texts: 'designer',
  path: '/designer',
  title: 'nav.designer',
  list: 'processes',
  rows: api.processes,
  blank: newProcessXml,
  files: '.bpmn,.xml',
  read: async (file) => {
    const { xml, processes } = await api.importProcess(file);
    const found = processes[0] ?? processIn(xml);
    return found && { ...found, xml };
  },
  nothingRead: 'designer.not-bpmn',
};

export default function ProcessList() {
  const { t } = useTranslation();
  return (
    <DefinitionList
      kind={PROCESSES}
      links={
        <>
          <Link to="/timer-starts">{t('timer-start.title')}</Link>
          <Link to="/adapter-bindings">{t('binding.title')}</Link>
          <Link to="/operations">{t('operations.title')}</Link>
        </>
      }
      after={[{ title: t('designer.running'), dataIndex: 'runningCases', align: 'right' }]}
    />
  );
}
