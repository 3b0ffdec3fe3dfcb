/** All DMN files: which version processes use, which draft waits. */
import { useTranslation } from 'react-i18next';
import { api } from '../api/endpoints.js';
import type { DecisionFile } from '../api/model.js';
import { DefinitionList, type ListedKind } from '../shared/versions/DefinitionList.js';
import '../workbench/workbench.css';
import { decisionsIn, newDecisionXml } from './newDecision.js';

const DECISIONS: ListedKind<DecisionFile> = {
  texts: 'decision',
  path: '/decisions',
  title: 'nav.decisions',
  list: 'decisions',
  rows: api.decisions,
  blank: newDecisionXml,
  files: '.dmn,.xml',
  read: (xml) => {
    const found = decisionsIn(xml);
    return Promise.resolve(found && { ...found, xml });
  },
  nothingRead: 'decision.not-dmn',
};

export default function DecisionList() {
  const { t } = useTranslation();
  return (
    <DefinitionList
      kind={DECISIONS}
      before={[
        {
          title: t('decision.decisions'),
          dataIndex: 'decisions',
          render: (ids: string[]) => ids.join('、'),
        },
      ]}
    />
  );
}
