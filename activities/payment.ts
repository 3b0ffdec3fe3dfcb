/** 缴款通知: orders the fee of the case's item; the diagram then waits for the message `payment`. */
import type { Json } from '../bpmn/engine/index.js';
import { orderPayment } from '../src/money/index.js';
import { type Adapter, inputOf, refused, textInput } from './adapter.js';
import { type Fee, readCase } from './case-data.js';
import type { AdapterCall } from '../workflows/contracts/case.js';

/** The fee the diagram names, or the item's only one; undefined when the item is free. */
function feeOf(call: AdapterCall, fees: Fee[]): Fee | undefined {
  const name = textInput(call, 'fee');
  if (name === undefined) return fees[0];
  const fee = fees.find((each) => each.name === name);
  if (!fee && fees.length > 0) throw refused(`事项没有名为“${name}”的收费项目。`);
  return fee;
}

/** How many units are charged; 1 when the diagram does not say. */
function quantityOf(call: AdapterCall): number {
  const quantity = inputOf(call).quantity ?? 1;
  if (typeof quantity === 'number' && quantity > 0) return quantity;
  throw refused(`节点 ${call.element} 算出的计费数量不是正数，请核对申请表。`);
}

const FREE: Json = { required: false };

/** Input `{fee?, quantity?}`. A free item gets `{required: false}` and no order at all. */
export const demandPayment: Adapter = async (call, { dataSource, province }) => {
  const { number: caseNumber, fees, lead } = await readCase(dataSource, call.caseNumber);
  const fee = feeOf(call, fees);
  if (!fee || fee.amountCents === 0) return FREE;
  const { orderNo } = await orderPayment(dataSource, province.payments, {
    key: call.key,
    caseNumber,
    element: call.element,
    item: fee.name,
    payee: lead.name,
    amountCents: Math.round(fee.amountCents * quantityOf(call)),
  });
  return { required: true, orderNo };
};
