/** 垂管系统: hands a case over to the system where its staff must work; its steps come as messages. */
import { type Adapter, inputOf, requiredText } from './adapter.js';
import { readCase } from './case-data.js';

/** Input `{system, …}`: further members go out as the case's data. */
export const handOver: Adapter = async (call, { dataSource, province }) => {
  const system = requiredText(call, 'system');
  const { number: caseNumber, itemCode: item } = await readCase(dataSource, call.caseNumber);
  const { externalNumber } = await province.departments.handOver(system, {
    key: call.key,
    caseNumber,
    item,
    data: inputOf(call),
  });
  return { system, externalNumber };
};
