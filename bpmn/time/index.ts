/** Time as diagrams write it: lengths, instants, cycles. Pure: nothing here knows what time it is. */
export { problemOf, readCycle, type Cycle, type CycleProblem } from './cycles.js';
export { daysIn, laterInZone, readInstant, zoneOf, type Instant } from './instants.js';
export { isRound, readLength, times, type Length } from './lengths.js';
export { FORMER_READERS, READERS, type Readers } from './readers.js';
export { PROBLEMS } from './problems.js';
