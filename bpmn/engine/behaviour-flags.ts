/**
 * Changes of what the engine does next with a state it is given. A case keeps the number that was the
 * newest at its opening (`State.engine`) and behaves by it to its end: its recorded history replays, and
 * what was counted on when it began still holds. A new one is one entry here and `run.behaves(…)` at the
 * place it changes; the old way stays beside it. Entries are never taken out or renumbered while cases
 * of an earlier number may live.
 */
export interface BehaviourFlag {
  /** Cases opened under this number or a later one behave the new way. Each number once, from 2. */
  number: number;
  /** Day of the change, YYYY-MM-DD. */
  date: string;
  /** What is otherwise than before. */
  what: string;
}

/** What cases behaved by before there were flags. */
export const FIRST_ENGINE = 1;

export const FLAGS = {
  boundaryBesideIsNoAlternative: {
    number: 2,
    date: '2026-11-29',
    what:
      'At an inclusive join (BPMN 2.0.2, table 13.3) the path from a non-interrupting boundary event ' +
      'is no other way of the token that stays in its activity: the join waits for that token.',
  },
  conditionsByWhatTheyRead: {
    number: 3,
    date: '2026-11-29',
    what:
      'A conditional event is looked at again when a variable changed that it reads, a counter of a ' +
      'multi-instance among them; before, at every change of any variable, and not for counters.',
  },
  correlationKeysAreTextOrNumber: {
    number: 4,
    date: '2026-11-29',
    what: 'A correlation key that is neither text nor number nor a list of these is an incident; before, its JSON was the key.',
  },
  longerSteps: {
    number: 5,
    date: '2026-11-29',
    what: 'One event may set off 500,000 moves; before, 300,000.',
  },
  timersToTheLetter: {
    number: 6,
    date: '2026-11-29',
    what:
      'A timer on a day that does not exist and a cycle of less than a second are incidents, named zones ' +
      'mean what they say, rounds are counted from the first and those that were missed fire as one; ' +
      'before, days rolled over, zones were cut off and every round was counted from the last.',
  },
  pricesByTime: {
    number: 7,
    date: '2026-11-29',
    what:
      'Operations of FEEL that take long (powers, named zones, patterns, texts looked for in others …) ' +
      'count as many as they take, what decisions compare and answer counts, and the value that comes of ' +
      'it is bounded; before, most counted as one, and of decisions only their FEEL. Of the two hours ' +
      'that a named zone has when its clocks go back, a time reckoned into the second is in the second.',
  },
  cyclesInTheirZone: {
    number: 8,
    date: '2026-11-30',
    what:
      'Days and months of a cycle that begins in a named zone go by the clocks there, and 24:00 is the ' +
      'end of its day; a length of more than 18 digits is an incident. Before, a day was 24 hours, 24:00 ' +
      'an incident, and such a length never over.',
  },
} as const satisfies Record<string, BehaviourFlag>;

export type Behaves = keyof typeof FLAGS;

/** What a case that opens now behaves by. */
export const ENGINE = Math.max(...Object.values(FLAGS).map(({ number }) => number));

/** @param engine the number the case was opened under */
export const behaves = (engine: number, flag: Behaves): boolean => engine >= FLAGS[flag].number;
