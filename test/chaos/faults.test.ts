/** What goes wrong inside the processes, at the worst of moments; all on one platform. */
import { faultPoints } from './fault-points.js';
import { FaultyPlatform } from './faulty-platform.js';
import { stuckCase } from './stuck-case.js';

const on = new FaultyPlatform();
beforeAll(() => on.start(), 400_000);
afterAll(() => on.stop(), 120_000);

faultPoints(on);
stuckCase(on);
