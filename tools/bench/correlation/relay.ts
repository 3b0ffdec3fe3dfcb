/** A relay in a process of its own, to be killed on the way. */
import { STEP_WRITERS_OF_WINGS } from '../../../src/step-writers.js';
import 'reflect-metadata';
import { CommandDispatcher } from '../../../src/cases/commands/index.js';
import {
  Correlation,
  CorrelationRelay,
} from '../../../src/cases/correlation/correlation.module.js';
import { openDatabase } from '../../../src/platform/database/index.js';
import { readConfig } from '../../../src/platform/config.js';
import { RecurringRunner, tasksOf } from '../../../src/platform/recurring/index.js';
import { openTemporal } from '../../../src/platform/temporal/index.js';

const config = readConfig();
const dataSource = await openDatabase(config.databaseUrl, config.payloadKeys, config.digestKey);
const temporal = openTemporal(config);
const dispatcher = new CommandDispatcher(dataSource, temporal, config, STEP_WRITERS_OF_WINGS);
const correlation = new Correlation(dataSource, temporal, config, dispatcher);
new RecurringRunner(dataSource).start(tasksOf(new CorrelationRelay(dataSource, correlation)));
console.log('relay ready');
// What waits between two rounds does not keep a process alive.
setInterval(() => undefined, 60_000);
