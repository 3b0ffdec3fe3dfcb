/** 缴款通知: orders the fee of the case's item; the diagram then waits for the message `payment`. */
import type { Json } from '../bpmn/engine/index.js';
import { type Fee, feeDue, hasFeeRule } from '../src/catalogue/index.js';
import { orderPayment } from '../src/money/index.js';
import { type Adapter, inputOf, refused, textInput } from './adapter.js';
import { readCase } from './case-data.js';
import type { AdapterCall } from '../workflows/contracts/case.js';

/** The fee the diagram names, or the item's only one; undefined when the item is free. */
function feeOf(call: AdapterCall, fees: Fee[]): Fee | undefined {
  const name = textInput(call, 'fee');
  if (name === undefined) return fees[0];
  const fee = fees.find((each) => each.name === name);
  if (!fee && fees.length > 0) throw refused(`事项没有名为“${name}”的收费项目。`);
  return fee;
}

/**
 * What the fee comes to: by the quantity that the diagram gives, else by the item's own rule on the form.
 * @throws ApplicationFailure where that is nothing that can be charged
 */
function amountOf(call: AdapterCall, fee: Fee, form: Record<string, Json>): number {
  const { quantity } = inputOf(call);
  if (quantity === undefined && !hasFeeRule(fee))
    throw refused(`“${fee.name}”按${fee.unit}计，事项没有写明计费数量怎样算，请补上后重试。`);
  const rule = quantity === undefined ? fee : { ...fee, quantity: String(Number(quantity)) };
  const { amountCents } = feeDue(rule, form);
  if (amountCents !== null) return amountCents;
  throw refused(
    `“${fee.name}”的计费数量算不出应缴金额，请核对申请表中计费的内容和事项的收费规则，改正后重试。`,
  );
}

const FREE: Json = { required: false };

/** Input `{fee?, quantity?}`. A free item gets `{required: false}` and no order at all. */
export const demandPayment: Adapter = async (call, { dataSource, province }) => {
  const { number: caseNumber, fees, form, lead } = await readCase(dataSource, call.caseNumber);
  const fee = feeOf(call, fees);
  if (!fee || fee.amountCents === 0) return FREE;
  const { orderNo } = await orderPayment(dataSource, province.payments, {
    key: call.key,
    caseNumber,
    element: call.element,
    item: fee.name,
    payee: lead.name,
    amountCents: amountOf(call, fee, form),
  });
  return { required: true, orderNo };
};
