/** A process administrator rehearses a drawing on the engine, keeps the run as a test, and is told when it no longer holds. */
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { DESK, openBrowser, shot, signIn } from './browser.js';

/** Accepted, paid within ten working days, decided once the objections are in. */
const drawing = (id: string) => `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:onestop="urn:onestop:bpmn:1" id="d" targetNamespace="urn:test">
<bpmn:message id="m" name="异议截止"/><bpmn:error id="e1" errorCode="BANK"/>
<bpmn:process id="${id}" name="模拟的流程" isExecutable="true"><bpmn:startEvent id="s" name="开始"/>
<bpmn:userTask id="accept" name="受理审查" onestop:level="county" onestop:role="handler" onestop:form="acceptance" onestop:outcomes="yes=同意受理;no=不受理"/>
<bpmn:exclusiveGateway id="g" name="受理吗" default="f4"/>
<bpmn:serviceTask id="pay" name="缴费" onestop:adapter="payment" onestop:level="county"/>
<bpmn:boundaryEvent id="late" name="逾期" attachedToRef="pay"><bpmn:timerEventDefinition><bpmn:timeDuration>10wd</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent>
<bpmn:boundaryEvent id="broken" name="银行出错" attachedToRef="pay"><bpmn:errorEventDefinition errorRef="e1"/></bpmn:boundaryEvent>
<bpmn:userTask id="mend" name="人工核对" onestop:level="county" onestop:role="handler"/>
<bpmn:intermediateCatchEvent id="heard" name="等异议截止"><bpmn:messageEventDefinition messageRef="m"/></bpmn:intermediateCatchEvent>
<bpmn:userTask id="decide" name="作出决定" onestop:level="county" onestop:role="handler"/>
<bpmn:endEvent id="done" name="办结"/><bpmn:endEvent id="returned" name="退件"/>
<bpmn:sequenceFlow id="f1" sourceRef="s" targetRef="accept"/><bpmn:sequenceFlow id="f2" sourceRef="accept" targetRef="g"/>
<bpmn:sequenceFlow id="f3" name="受理" sourceRef="g" targetRef="pay"><bpmn:conditionExpression>= accept.outcome = "yes"</bpmn:conditionExpression></bpmn:sequenceFlow>
<bpmn:sequenceFlow id="f4" name="不受理" sourceRef="g" targetRef="returned"/><bpmn:sequenceFlow id="f5" sourceRef="pay" targetRef="heard"/>
<bpmn:sequenceFlow id="f6" sourceRef="heard" targetRef="decide"/><bpmn:sequenceFlow id="f7" sourceRef="decide" targetRef="done"/>
<bpmn:sequenceFlow id="f8" sourceRef="late" targetRef="returned"/><bpmn:sequenceFlow id="f9" sourceRef="broken" targetRef="mend"/>
<bpmn:sequenceFlow id="f10" sourceRef="mend" targetRef="heard"/></bpmn:process></bpmn:definitions>`;

const ENTRY = (field: string) => `#bio-properties-panel-onestop-${field}`;

async function opened(page: Page, id: string): Promise<void> {
  await page.goto('/designer');
  await page.getByRole('button', { name: '新建流程' }).waitFor();
  await page.locator('input[type=file]').setInputFiles({
    ...{ name: 'rehearsed.bpmn', mimeType: 'application/xml' },
    buffer: Buffer.from(drawing(id)),
  });
  await page.waitForURL(`**/designer/${id}`);
  await page.locator('.djs-element[data-element-id=accept]').waitFor();
}

/** A machine busy with other tests draws slowly; ms. */
const SLOW = 90_000;

describe('a process administrator', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  test(
    'moves the tokens by outcomes, time, messages and errors, and keeps the run as a test',
    async () => {
      const { page, problems } = await signIn(browser, 'admin', DESK);
      await opened(page, `rehearsed-${Date.now().toString(36)}`);
      await page.getByTestId('rehearse').click();
      const panel = page.getByTestId('rehearsal');
      const waits = (element: string) => panel.getByTestId(`waits-${element}`);
      const token = (element: string) => page.getByTestId(`token-${element}`);
      await token('accept').waitFor();
      await waits('accept').getByText('填写表单').click();
      await waits('accept').getByLabel('审查意见').waitFor();
      await panel.getByLabel('变量名').fill('面积');
      await panel.getByLabel('值', { exact: true }).fill('80');
      await waits('accept').getByRole('button', { name: '同意受理' }).click();
      await token('pay').waitFor();
      await panel.getByText('面积').waitFor();

      // Ten working days without a payment: returned. One step back: the bank fails instead.
      await panel.getByLabel('工作日数').fill('10');
      await panel.getByTestId('advance').click();
      await panel.getByText('已结束').waitFor();
      await panel.getByRole('button', { name: '退一步' }).click();
      await waits('pay').getByLabel('错误代码').fill('BANK');
      await waits('pay')
        .getByRole('button', { name: /出.?错/ })
        .click();
      await token('mend').waitFor();
      await waits('mend')
        .getByRole('button', { name: /完.?成/ })
        .click();
      await panel.getByRole('button', { name: '送达消息 异议截止' }).click();
      await token('decide').waitFor();
      await shot(page, 'rehearsal-1-tokens');
      await waits('decide')
        .getByRole('button', { name: /完.?成/ })
        .click();
      await panel.getByText('已结束').waitFor();

      await panel.getByLabel('测试名称').fill('银行出错后人工核对');
      await panel.getByTestId('keep-test').click();
      const kept = panel.getByTestId('kept-test').filter({ hasText: '银行出错后人工核对' });
      await kept.getByText('通过').waitFor();
      await page.getByTestId('unsaved').filter({ hasText: '已自动保存' }).waitFor();

      // It goes with the file, and comes back with it.
      await page.getByTestId('export').click();
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByText('BPMN 文件').click(),
      ]);
      expect(readFileSync(await file.path(), 'utf8')).toContain(
        '<onestop:test name="银行出错后人工核对">',
      );
      await page.reload();
      await page.locator('.djs-element[data-element-id=accept]').waitFor();

      // The drawing changes: what differs is said, and shown where it does.
      await page.locator('.djs-element[data-element-id=accept]').click();
      await page.locator(ENTRY('outcomes')).fill('agree=同意受理;no=不受理');
      const finding = page.getByTestId('findings').getByText(/测试“银行出错后人工核对”/);
      await finding.waitFor();
      await page.locator('.djs-element.has-error').first().waitFor();
      expect(await page.getByTestId('publish').isDisabled()).toBe(true);
      await page.getByTestId('rehearse').click();
      await kept.getByText('不符').waitFor();
      await shot(page, 'rehearsal-2-differs');
      await page.getByTestId('tool-undo').click();
      await kept.getByText('通过').waitFor();
      await kept.getByRole('button', { name: '银行出错后人工核对', exact: true }).click();
      await panel.getByText('已结束').waitFor();

      await page.getByTestId('drop-draft').click();
      await page.getByRole('button', { name: /确.?定|OK/ }).click();
      await page.waitForURL('**/designer');
      expect(problems).toEqual([]);
    },
    SLOW,
  );
});
