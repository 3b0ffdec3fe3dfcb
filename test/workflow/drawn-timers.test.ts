/** Timers a diagram draws in working days follow the published calendar, on real Temporal. */
import { DefaultLogger, Worker } from '@temporalio/worker';
import { calendarOfVersion } from '../../src/calendar/frozen.js';
import { verifyCases } from '../../src/cases/verification/index.js';
import { dataConverter } from '../../src/platform/temporal/index.js';
import { verifiedModels } from '../../src/worker/verified-models.js';
import { workflowBundle } from '../../src/worker/workflow-bundle.js';
import { addWorkingDays, dayNumber, startOfDay } from '../../workflows/clock/index.js';
import {
  CALENDAR_CHANGED_SIGNAL,
  CONTINUE_SIGNAL,
  type FrozenCalendar,
} from '../../workflows/contracts/case.js';
import {
  BY_HANDLER,
  caseWhen,
  diagram,
  eventually,
  openStage,
  openTask,
  type Stage,
} from './stage.js';

/** Long enough ago that two working days after it are over, unless they were no working days. */
const BEGIN = Date.now() - 20 * 86_400_000;

/** The first round is at once; the second two working days after the first was due. */
const reminded = diagram(
  'reminded',
  `<startEvent id="start"/>
   <userTask id="desk" name="经办" ${BY_HANDLER}/>
   <boundaryEvent id="late" attachedToRef="desk" cancelActivity="false"><timerEventDefinition id="t">
     <timeCycle>R2/${new Date(BEGIN).toISOString()}/2wd</timeCycle></timerEventDefinition></boundaryEvent>
   <userTask id="told" name="催办" ${BY_HANDLER}/>
   <endEvent id="end"/><endEvent id="done"/>
   <sequenceFlow id="f0" sourceRef="start" targetRef="desk"/>
   <sequenceFlow id="f1" sourceRef="desk" targetRef="end"/>
   <sequenceFlow id="f2" sourceRef="late" targetRef="told"/>
   <sequenceFlow id="f3" sourceRef="told" targetRef="done"/>`,
);

const yearOf = (at: number) => Number(new Date(at + 8 * 3_600_000).toISOString().slice(0, 4));
const THIS_YEAR = yearOf(Date.now());

let stage: Stage;
beforeEach(async () => {
  stage = await openStage({ reminded: { xml: reminded } });
}, 120_000);
afterEach(() => stage?.close());

/** Years in which the days from `BEGIN` to some days from now are off; null = none is. */
function yearsOff(untilDaysFromNow: number | null): { year: number; days: string }[] {
  const first = dayNumber(BEGIN);
  const last = untilDaysFromNow === null ? first - 1 : dayNumber(Date.now()) + untilDaysFromNow;
  return [2025, 2026, 2027, 2028].map((year) => {
    const january = Date.UTC(year, 0, 1) / 86_400_000;
    const days = Array.from({ length: year % 4 === 0 ? 366 : 365 }, (_, index) =>
      january + index >= first && january + index <= last ? '0' : '1',
    );
    return { year, days: days.join('') };
  });
}

/** The newest versions of the years a case takes along that opens now. */
const NEWEST = `SELECT string_agg(year || '.' || version, ',' ORDER BY year) FROM (
  SELECT year, max(version) AS version FROM calendar_year WHERE year >= ${THIS_YEAR} GROUP BY year) n`;

const NEXT_VERSIONS = `INSERT INTO calendar_year (year, version, days, source)
  SELECT r.year, 1 + (SELECT max(version) FROM calendar_year y WHERE y.year = r.year), r.days, 'test'`;

async function published(offUntilDaysFromNow: number | null): Promise<FrozenCalendar> {
  await stage.dataSource.query(
    `${NEXT_VERSIONS} FROM jsonb_to_recordset($1::jsonb) AS r(year int, days text)`,
    [JSON.stringify(yearsOff(offUntilDaysFromNow))],
  );
  const [{ version }] = await stage.dataSource.query<[{ version: string }]>(
    `SELECT (${NEWEST}) AS version`,
  );
  return calendarOfVersion(stage.dataSource.manager, version);
}

/**
 * As `published`, in the very moment after the first round's step is recorded and before the second
 * round fires: what a publication does to a row, it does when that step commits.
 */
async function publishedBetweenTheRounds(offUntilDaysFromNow: number): Promise<void> {
  await stage.dataSource.query(`CREATE TABLE coming (year int, days text)`);
  await stage.dataSource.query(
    `INSERT INTO coming SELECT * FROM jsonb_to_recordset($1::jsonb) AS r(year int, days text)`,
    [JSON.stringify(yearsOff(offUntilDaysFromNow))],
  );
  await stage.dataSource.query(`
    CREATE FUNCTION publish_coming() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      ${NEXT_VERSIONS} FROM coming r;
      UPDATE cases SET calendar_version = (${NEWEST}) WHERE number = NEW.case_number;
      DELETE FROM coming;
      RETURN NULL;
    END $$;
    CREATE CONSTRAINT TRIGGER coming AFTER INSERT ON case_step DEFERRABLE INITIALLY DEFERRED
      FOR EACH ROW WHEN (NEW.cause LIKE 'timer:%') EXECUTE FUNCTION publish_coming();`);
}

/**
 * Cases open from now on as those of an earlier release do, whose rounds that were missed come one by
 * one: the second, long due, fires at once.
 */
function asAnEarlierRelease(): void {
  const { workflow } = stage.temporal;
  const start = workflow.executeUpdateWithStart.bind(workflow);
  workflow.executeUpdateWithStart = ((update: never, options: Started) => {
    delete options.startWorkflowOperation.options.args[0].engine;
    return start(update, options as never);
  }) as unknown as typeof workflow.executeUpdateWithStart;
}

interface Started {
  startWorkflowOperation: { options: { args: [{ engine?: number }] } };
}

/** What happened to a case is played again without a difference. */
async function replays(number: string): Promise<void> {
  // Asked where it stands, it has finished what it was doing: the history is whole.
  const { differences } = await verifyCases(stage.dataSource, stage.temporal, {
    numbers: [number],
  });
  expect(differences).toEqual([]);
  const history = await stage.temporal.workflow.getHandle(number).fetchHistory();
  await Worker.runReplayHistory(
    {
      workflowBundle: await workflowBundle(new DefaultLogger('WARN')),
      dataConverter: dataConverter(
        stage.environment.PAYLOAD_KEYS!,
        verifiedModels(stage.dataSource),
      ),
    },
    history,
    number,
  );
}

const toldTasks = async (number: string): Promise<number> => {
  const rows = await stage.dataSource.query<unknown[]>(
    `SELECT 1 FROM task WHERE case_number = $1 AND element = 'told'`,
    [number],
  );
  return rows.length;
};

const timersOf = async (number: string) => {
  const [row] = await stage.dataSource.query<{ timers: { due: number }[] | null }[]>(
    `SELECT working_day_timers AS timers FROM cases WHERE number = $1`,
    [number],
  );
  return row!.timers ?? [];
};

const changed = (number: string, calendar: FrozenCalendar) =>
  stage.temporal.workflow.getHandle(number).signal(CALENDAR_CHANGED_SIGNAL, calendar);

describe('a timer in working days', () => {
  test('that falls due earlier by a new calendar is planned again, over a new run too', async () => {
    const off = await published(4);
    const number = await stage.submit('reminded');
    await openTask(stage.dataSource, number, 'told');
    expect(await timersOf(number)).toMatchObject([{ due: addWorkingDays(off, BEGIN, 2) }]);
    await stage.temporal.workflow.getHandle(number).signal(CONTINUE_SIGNAL);

    const less = await published(1);
    await changed(number, less);
    const due = addWorkingDays(less, BEGIN, 2);
    expect(due).toBeLessThan(addWorkingDays(off, BEGIN, 2));
    await eventually('the earlier timer', async () =>
      (await timersOf(number))[0]?.due === due ? true : undefined,
    );
    expect(due).toBe(startOfDay(dayNumber(Date.now()) + 4));

    await changed(number, await published(null));
    await eventually('the second round', async () =>
      (await toldTasks(number)) === 2 ? true : undefined,
    );
    expect(await timersOf(number)).toEqual([]);
    const { differences } = await verifyCases(stage.dataSource, stage.temporal, {
      numbers: [number],
    });
    expect(differences).toEqual([]);
  }, 90_000);

  test('of a case of an earlier release, that falls due later, reads its calendar when it fires, and waits on', async () => {
    await publishedBetweenTheRounds(4);
    asAnEarlierRelease();
    const number = await stage.submit('reminded');
    await caseWhen(stage.dataSource, number, ({ cause }) => cause.startsWith('calendar:'));
    const [{ version }] = await stage.dataSource.query<[{ version: string }]>(
      `SELECT calendar_version AS version FROM cases WHERE number = $1`,
      [number],
    );
    const off = await calendarOfVersion(stage.dataSource.manager, version);
    const due = addWorkingDays(off, BEGIN, 2);
    expect(due).toBeGreaterThan(Date.now());
    expect(await timersOf(number)).toMatchObject([{ due }]);
    expect(await toldTasks(number)).toBe(1);

    await changed(number, await published(null));
    await eventually('the second round', async () =>
      (await toldTasks(number)) === 2 ? true : undefined,
    );
    await replays(number);
  }, 90_000);

  test('of a case of an earlier release, that is not moved, fires as it was set', async () => {
    asAnEarlierRelease();
    const number = await stage.submit('reminded');
    await eventually('both rounds', async () =>
      (await toldTasks(number)) === 2 ? true : undefined,
    );
    await replays(number);
  }, 90_000);
});
