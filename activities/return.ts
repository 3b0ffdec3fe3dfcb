/** 退件: gives an application back; with a `fact`, what that shows is noted against the applicant. */
import { tell, toldCase } from '../src/notifications/index.js';
import { recordFact } from '../src/people/index.js';
import { type Adapter, requiredText, textInput } from './adapter.js';

/** Input `{reason, fact?}`; `reason` is Chinese, without personal data. */
export const giveBack: Adapter = async (call, { dataSource }) => {
  const reason = requiredText(call, 'reason');
  const fact = textInput(call, 'fact');
  const { key, caseNumber } = call;
  await dataSource.transaction(async (manager) => {
    const { item, people: persons } = await toldCase(manager, caseNumber);
    const text = `${item}：${reason}需要继续办理的，请重新提出申请。`;
    const about = { kind: 'case', id: caseNumber } as const;
    await tell(manager, [{ occasion: 'told', key, persons, about, caseNumber, facts: { text } }]);
    if (fact) await recordFact(manager, { caseNumber, fact, description: reason, key });
  });
  return { returned: true };
};
