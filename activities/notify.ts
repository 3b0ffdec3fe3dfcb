/** 办件提醒: tells the applicant what the process says, in words of its own. */
import { tell, toldCase } from '../src/notifications/index.js';
import { type Adapter, requiredText } from './adapter.js';

/** Input `{text}`: Chinese, without personal data. */
export const notify: Adapter = async (call, { dataSource }) => {
  const text = requiredText(call, 'text');
  const { key, caseNumber } = call;
  await dataSource.transaction(async (manager) => {
    const { people: persons } = await toldCase(manager, caseNumber);
    const about = { kind: 'case', id: caseNumber } as const;
    await tell(manager, [{ occasion: 'told', key, persons, about, caseNumber, facts: { text } }]);
  });
  return { notified: true };
};
