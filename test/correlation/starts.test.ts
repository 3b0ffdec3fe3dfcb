/** Cases opened by messages and signals; signals to cases that wait. */
import { randomUUID } from 'node:crypto';
import { verifyCases } from '../../src/cases/verification/index.js';
import { checkCorrelation } from '../../src/cases/correlation/index.js';
import {
  APPLICANT,
  BY_HANDLER,
  caseWhen,
  diagram,
  eventually,
  openTask,
} from '../workflow/stage.js';
import { openCorrelationStage, outside, type CorrelationStage } from './stage.js';

const named = (xml: string) =>
  xml.replace(
    '<process ',
    `<message id="opened" name="opened"/><signal id="alarm" name="alarm"/><process `,
  );

/** Begins with a message. */
const begun = named(
  diagram(
    'begun',
    `<startEvent id="by"><messageEventDefinition messageRef="opened"/></startEvent>
     <userTask id="desk" name="经办" ${BY_HANDLER}/><endEvent id="end"/>
     <sequenceFlow id="f1" sourceRef="by" targetRef="desk"/>
     <sequenceFlow id="f2" sourceRef="desk" targetRef="end"/>`,
  ),
);

/** Begins with a signal. */
const alarmed = named(
  diagram(
    'alarmed',
    `<startEvent id="by"><signalEventDefinition signalRef="alarm"/></startEvent>
     <userTask id="desk" name="经办" ${BY_HANDLER}/><endEvent id="end"/>
     <sequenceFlow id="f1" sourceRef="by" targetRef="desk"/>
     <sequenceFlow id="f2" sourceRef="desk" targetRef="end"/>`,
  ),
);

/** Hears the signal beside its task, and may throw it and the message. */
const both = named(
  diagram(
    'both',
    `<startEvent id="start"/>
     <userTask id="desk" name="经办" ${BY_HANDLER}/>
     <boundaryEvent id="heard" attachedToRef="other" cancelActivity="false">
       <signalEventDefinition signalRef="alarm"/></boundaryEvent>
     <parallelGateway id="split"/><userTask id="other" name="旁观" ${BY_HANDLER}/>
     <intermediateThrowEvent id="shout"><signalEventDefinition signalRef="alarm"/></intermediateThrowEvent>
     <endEvent id="opens"><messageEventDefinition messageRef="opened"/></endEvent>
     <userTask id="after" name="听到" ${BY_HANDLER}/><endEvent id="end2"/><endEvent id="end3"/>
     <sequenceFlow id="f0" sourceRef="start" targetRef="split"/>
     <sequenceFlow id="f1" sourceRef="split" targetRef="desk"/>
     <sequenceFlow id="f2" sourceRef="split" targetRef="other"/>
     <sequenceFlow id="f3" sourceRef="desk" targetRef="shout"/>
     <sequenceFlow id="f4" sourceRef="shout" targetRef="opens"/>
     <sequenceFlow id="f5" sourceRef="heard" targetRef="after"/>
     <sequenceFlow id="f6" sourceRef="after" targetRef="end2"/>
     <sequenceFlow id="f7" sourceRef="other" targetRef="end3"/>`,
  ),
);

/** Hears the signal beside its task, and says nothing itself. */
const hears = named(
  diagram(
    'hears',
    `<startEvent id="start"/><parallelGateway id="split"/>
     <userTask id="desk" name="经办" ${BY_HANDLER}/><userTask id="other" name="旁观" ${BY_HANDLER}/>
     <boundaryEvent id="heard" attachedToRef="other" cancelActivity="false">
       <signalEventDefinition signalRef="alarm"/></boundaryEvent>
     <userTask id="after" name="听到" ${BY_HANDLER}/>
     <endEvent id="end1"/><endEvent id="end2"/><endEvent id="end3"/>
     <sequenceFlow id="f0" sourceRef="start" targetRef="split"/>
     <sequenceFlow id="f1" sourceRef="split" targetRef="desk"/>
     <sequenceFlow id="f2" sourceRef="split" targetRef="other"/>
     <sequenceFlow id="f3" sourceRef="desk" targetRef="end1"/>
     <sequenceFlow id="f4" sourceRef="heard" targetRef="after"/>
     <sequenceFlow id="f5" sourceRef="after" targetRef="end2"/>
     <sequenceFlow id="f6" sourceRef="other" targetRef="end3"/>`,
  ),
);

let stage: CorrelationStage;
beforeAll(async () => {
  stage = await openCorrelationStage({
    begun: { xml: begun },
    alarmed: { xml: alarmed },
    both: { xml: both },
    hears: { xml: hears },
  });
}, 120_000);
afterAll(() => stage?.close());

const casesOf = (item: string) =>
  stage.dataSource.query<{ number: string; applicant_id: string; region: string }[]>(
    `SELECT number, applicant_id, region FROM cases WHERE item_code = $1 ORDER BY number`,
    [item],
  );

describe('a message that a process begins with', () => {
  it('opens a case for the applicant and region it names, once', async () => {
    const variables = { region: '210381', applicant: APPLICANT.personId, note: 1, form: {} };
    const message = outside(randomUUID(), 'opened', null, variables);
    const [row, again] = await Promise.all([
      stage.correlation.publish(message),
      stage.correlation.publish(message),
    ]);
    expect(row).toMatchObject({ state: 'taken', receiver: again.receiver });
    await openTask(stage.dataSource, row.receiver!, 'desk');
    const { variables: held } = await caseWhen(stage.dataSource, row.receiver!, () => true);
    expect(held).toMatchObject({ note: 1, region: '210381' });
    expect(await casesOf('begun')).toHaveLength(1);
  }, 60_000);

  it('is refused, saying what is missing, when it names neither', async () => {
    const message = outside(randomUUID(), 'opened', null);
    await expect(stage.correlation.publish(message)).rejects.toMatchObject({
      code: 'start-incomplete',
      status: 422,
    });
  }, 60_000);
});

describe('a message from outside that a process begins with', () => {
  it('says nothing that an act, a decision or the platform itself writes', async () => {
    const variables = { region: '210381', applicant: APPLICANT.personId };
    for (const taken of ['desk', 'caseNumber', 'children', 'ways', 'payment']) {
      const message = outside(randomUUID(), 'opened', null, { ...variables, [taken]: {} });
      await expect(stage.correlation.publish(message)).rejects.toMatchObject({
        code: 'variables-of-acts',
        status: 422,
        details: { errors: [expect.objectContaining({ field: `/variables/${taken}` })] },
      });
    }
  }, 60_000);
});

describe('a signal', () => {
  it('that came for what a lost step awaited reaches its case when that step is done again', async () => {
    const number = await stage.submit('hears');
    await openTask(stage.dataSource, number, 'other');
    // As if the step that waits were on record, and its workflow knew nothing of it.
    await stage.dataSource.query(
      `WITH moved AS (UPDATE cases SET step = 2 WHERE number = $1),
            lost AS (INSERT INTO case_step (case_number, step, cause) VALUES ($1, 2, 'command:lost'))
       UPDATE subscription SET id = replace(id, '~', '~lost~') WHERE case_number = $1`,
      [number],
    );
    const id = randomUUID();
    await stage.correlation.throwSignal({
      ...{ id, name: 'alarm', variables: {}, publisher: 'person:test' },
    });
    await eventually('the signal on its way', async () => {
      const [row] = await stage.dataSource.query<{ settled: boolean }[]>(
        `SELECT settled_at IS NOT NULL AS settled FROM signal_delivery
          WHERE signal_id = $1 AND case_number = $2`,
        [id, number],
      );
      return row?.settled ? true : undefined;
    });
    await stage.dataSource.query(
      `WITH found AS (UPDATE subscription SET id = replace(id, '~lost~', '~') WHERE case_number = $2)
       UPDATE signal_delivery SET subscriptions = replace(subscriptions::text, '~lost~', '~')::jsonb
        WHERE signal_id = $1 AND case_number = $2`,
      [id, number],
    );
    await stage.complete(number, 'desk');
    await openTask(stage.dataSource, number, 'after');
  }, 60_000);
});

describe('what a case throws', () => {
  it('opens cases for the same applicant, reaches who waits once, and not the thrower again', async () => {
    const [from, listener] = [await stage.submit('both'), await stage.submit('both')];
    await openTask(stage.dataSource, listener, 'other');
    await stage.complete(from, 'desk');
    await openTask(stage.dataSource, listener, 'after');
    const opened = await eventually('a case by signal', async () => (await casesOf('alarmed'))[0]);
    expect(opened).toMatchObject({ applicant_id: APPLICANT.personId, region: '210381' });
    await eventually('a case by message', async () =>
      (await casesOf('begun')).length === 2 ? true : undefined,
    );
    const heard = await stage.dataSource.query<{ case_number: string; count: number }[]>(
      `SELECT case_number, count(*)::int AS count FROM task
        WHERE element = 'after' AND case_number IN ($1, $2) GROUP BY 1 ORDER BY 1`,
      [from, listener],
    );
    expect(heard).toEqual([
      { case_number: from, count: 1 },
      { case_number: listener, count: 1 },
    ]);
  }, 60_000);

  it('is not given to who begins to wait after a signal was thrown', async () => {
    const late = await stage.submit('both');
    await openTask(stage.dataSource, late, 'other');
    const [{ count } = { count: -1 }] = await stage.dataSource.query<{ count: number }[]>(
      `SELECT count(*)::int AS count FROM signal_delivery WHERE case_number = $1`,
      [late],
    );
    expect(count).toBe(0);
  }, 60_000);

  it('leaves tables and workflows agreed', async () => {
    await eventually('all commands answered', async () => {
      const [row] = await stage.dataSource.query<{ n: number }[]>(
        `SELECT count(*)::int AS n FROM command WHERE status = 'pending'`,
      );
      return row?.n === 0 ? true : undefined;
    });
    expect((await verifyCases(stage.dataSource, stage.temporal)).differences).toEqual([]);
    expect(await checkCorrelation(stage.dataSource.manager)).toEqual([]);
  }, 60_000);
});
