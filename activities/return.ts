/** 退件: gives an application back; with a `fact`, what that shows is noted against the applicant. */
import { recordFact } from '../src/people/index.js';
import { type Adapter, requiredText, textInput } from './adapter.js';
import { readCase } from './case-data.js';

/** Input `{reason, fact?}`; `reason` is Chinese, without personal data. */
export const giveBack: Adapter = async (call, { dataSource }) => {
  const reason = requiredText(call, 'reason');
  const fact = textInput(call, 'fact');
  const { key, caseNumber } = call;
  const { applicant, itemName } = await readCase(dataSource, caseNumber);
  await dataSource.transaction(async (manager) => {
    await manager.query(
      `INSERT INTO notification (key, case_number, person_id, text)
       VALUES ($1, $2, $3, $4) ON CONFLICT (key) DO NOTHING`,
      [key, caseNumber, applicant.id, `${itemName}：${reason}需要继续办理的，请重新提出申请。`],
    );
    if (fact) await recordFact(manager, { caseNumber, fact, description: reason, key });
  });
  return { returned: true };
};
