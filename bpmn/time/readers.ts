/** How lengths and instants are read: today, and in cases that were opened before. */
import { readInstant, type Instant } from './instants.js';
import { readAnyLength, readLength, type Length } from './lengths.js';

export interface Readers {
  length: (text: string) => Length | undefined;
  instant: (text: string) => Instant;
}

export const READERS: Readers = { length: readLength, instant: readInstant };

/** Before `cyclesInTheirZone` (`bpmn/engine/behaviour-flags.ts`). */
export const FORMER_READERS: Readers = {
  length: readAnyLength,
  instant: (text) => (text.includes('T24:') ? { problem: 'unreadable' } : readInstant(text)),
};
