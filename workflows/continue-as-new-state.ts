/** What one run of a case hands to the next, and what the first begins with. */
import {
  FIRST_ENGINE,
  initialState,
  type State as EngineState,
  type Variables,
} from '../bpmn/engine/index.js';
import type { ProcessModel } from '../bpmn/model/process.js';
import { NOTHING_YET, type LawState } from './law/index.js';
import type { ActDates, CaseAnswer, CaseInput, CaseState, Cause } from './contracts/case.js';

export type Message = { name: string; key?: string; variables: Variables };

/** What the next run needs to go on where this one stopped. */
export interface CarriedCase {
  engine: EngineState;
  step: number;
  cause: Cause;
  state: CaseState;
  /** The decision, kept although the state moves on to 办结. */
  outcome: CaseState | null;
  dates: ActDates;
  /** What the law remembers beside state and dates. */
  law: LawState;
  dueAt: number | null;
  promisedDueAt: number | null;
  ended: boolean;
  withdrawing: string | null;
  early: Message[];
  answers: [string, CaseAnswer][];
  children: [string, string][];
  /** Ids of the messages and signals that came last; absent in what earlier releases carried. */
  seen?: string[];
  /** The run was made from the tables: what the one before was about to do by itself is to be done. */
  rebuilt?: true;
}

/** Nothing goes on in its diagram any more: it has ended, or the level above decides. */
export const isAtRest = ({ ended, law }: CarriedCase): boolean =>
  ended || law.forwarded !== undefined;

/** What no column of the case tells; the tables keep it as it is, so that they can begin a run with it. */
export type Memory = Pick<CarriedCase, 'outcome' | 'law' | 'withdrawing' | 'early'>;

export const memoryOf = ({ outcome, law, withdrawing, early }: CarriedCase): Memory => ({
  ...{ outcome, law, withdrawing, early },
});

/** What an earlier release carried knew no law beside its state. */
export function completed(carried: CarriedCase): CarriedCase {
  return { ...carried, law: carried.law ?? fresh() };
}

const fresh = (): LawState => JSON.parse(JSON.stringify(NOTHING_YET)) as LawState;

/** @param input where an older system left the case, and which engine's behaviour it was opened under */
export function firstState(
  model: ProcessModel,
  { carriedFrom: from, engine }: Pick<CaseInput, 'carriedFrom' | 'engine'> = {},
): CarriedCase {
  const first = newCase(model, engine ?? FIRST_ENGINE);
  if (!from) return first;
  const { state, outcome, dates, elements: _, pauses, ...law } = from;
  const known = pauses.map((pause) => ({ ...pause }));
  return { ...first, state, outcome, dates, law: { ...first.law, ...law, pauses: known } };
}

function newCase(model: ProcessModel, engine: number): CarriedCase {
  return {
    engine: initialState(model, engine),
    step: 0,
    cause: '',
    state: 'submitted',
    outcome: null,
    dates: { collected: null, accepted: null, decided: null },
    law: fresh(),
    dueAt: null,
    promisedDueAt: null,
    ended: false,
    withdrawing: null,
    early: [],
    answers: [],
    children: [],
    seen: [],
  };
}
