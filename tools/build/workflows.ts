/** Makes the one file of workflows that workers load, so that none has to: for images, whose disk is read-only. */
import { makeWorkflowBundle } from '../../src/worker/workflow-bundle.js';

process.stdout.write(`${await makeWorkflowBundle()}\n`);
