/** 信用记录: notes against the applicant what the case showed; the fact's own rules say what follows. */
import { recordFact } from '../src/people/index.js';
import { type Adapter, requiredText } from './adapter.js';

/** Input `{fact, description}`; `description` is Chinese, without personal data. */
export const noteCredit: Adapter = async (call, { dataSource }) => {
  const fact = requiredText(call, 'fact');
  const description = requiredText(call, 'description');
  const { key, caseNumber } = call;
  const record = await dataSource.transaction((manager) =>
    recordFact(manager, { caseNumber, fact, description, key }),
  );
  return { record };
};
