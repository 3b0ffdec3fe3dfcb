/** 办件提醒: leaves the applicant a message they find when they sign in. */
import { type Adapter, requiredText } from './adapter.js';
import { readCase } from './case-data.js';

/** Input `{text}`: Chinese, without personal data. */
export const notify: Adapter = async (call, { dataSource }) => {
  const text = requiredText(call, 'text');
  const { applicant } = await readCase(dataSource, call.caseNumber);
  await dataSource.query(
    `INSERT INTO notification (key, case_number, person_id, text)
     VALUES ($1, $2, $3, $4) ON CONFLICT (key) DO NOTHING`,
    [call.key, call.caseNumber, applicant.id, text],
  );
  return { notified: true };
};
