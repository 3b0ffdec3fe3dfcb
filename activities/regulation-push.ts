/** 审管推送: the result of a case, or of each child of a one-stop matter, goes to who regulates. */
import type { DataSource } from 'typeorm';
import type { Adapter } from './adapter.js';

interface Result {
  number: string;
  item_code: string;
  state: string;
  line: string | null;
}

/** The children's results; a case without children is its own. */
async function resultsOf(dataSource: DataSource, caseNumber: string): Promise<Result[]> {
  const rows = await dataSource.query<(Result & { parent_number: string | null })[]>(
    `SELECT c.number, c.item_code, c.state, c.parent_number, o.line
       FROM cases c LEFT JOIN organisation o ON o.id = c.lead_department
      WHERE (c.number = $1 OR c.parent_number = $1) ORDER BY c.number`,
    [caseNumber],
  );
  const children = rows.filter((row) => row.parent_number === caseNumber);
  return children.length > 0 ? children : rows;
}

export const pushToRegulator: Adapter = async (call, { dataSource, province }) => {
  const results = await resultsOf(dataSource, call.caseNumber);
  for (const { number: caseNumber, item_code: item, state: outcome, line } of results) {
    await province.regulation.push({
      key: `${call.key}/${caseNumber}`,
      caseNumber,
      item,
      regulator: line ?? 'government',
      outcome,
    });
  }
  return { pushed: results.length };
};
