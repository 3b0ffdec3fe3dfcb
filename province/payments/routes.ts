import { Router } from 'express';
import { Body } from '../body.js';
import { escapeHtml, page } from '../page.js';
import type { Order, Orders } from './orders.js';

function view(order: Order, url: string) {
  const { orderNo, code, amountCents, state, paidAt } = order;
  return { orderNo, code, amountCents, state, paidAt, payUrl: `${url}/pay/${code}` };
}

/** @param url the stand-in's own address, for the pay page */
export function orderRoutes(orders: Orders, url: string): Router {
  const router = Router();
  router.post('/orders', (request, response) => {
    const body = new Body(request.body);
    const order = orders.order({
      key: body.text('key'),
      caseNumber: body.text('caseNumber'),
      item: body.text('item'),
      payee: body.text('payee'),
      amountCents: body.integer('amountCents'),
    });
    response.status(201).json(view(order, url));
  });
  router.get('/orders/:orderNo', (request, response) => {
    response.json(view(orders.byOrderNo(request.params.orderNo), url));
  });
  return router;
}

function payPage(order: Order, platformUrl: string): string {
  const action =
    order.state === 'paid'
      ? `<p role="status">已缴款，可以关闭本页。<a href="${escapeHtml(platformUrl)}">返回办事平台</a></p>`
      : '<form method="post"><button class="primary">确认缴款（演示）</button></form>';
  return page(
    '统一公共支付',
    `<h1>统一公共支付</h1><p class="hint">演示环境：不发生真实扣款。</p>
    <section class="card">
      <p>${escapeHtml(order.item)}</p>
      <p>收款单位：${escapeHtml(order.payee)}</p>
      <p>办件编号：${escapeHtml(order.caseNumber)}　缴款单号：${escapeHtml(order.orderNo)}</p>
      <p class="amount">¥ ${(order.amountCents / 100).toFixed(2)}</p>
      ${action}
    </section>`,
  );
}

/** The page people pay on; the code in its address is all it takes. */
export function payRoutes(orders: Orders, platformUrl: string): Router {
  const router = Router();
  router.get('/:code', (request, response) => {
    const order = orders.byPaymentCode(request.params.code);
    response.type('html').send(payPage(order, platformUrl));
  });
  router.post('/:code', (request, response) => {
    orders.pay(request.params.code);
    response.redirect(303, `/pay/${request.params.code}`);
  });
  return router;
}
