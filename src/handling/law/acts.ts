/** Which acts on the whole case are allowed to the caller now, each with the reason why not. */
import type { Json } from '../../../bpmn/engine/index.js';
import type { CaseActName, CaseAct } from '../../../workflows/contracts/case.js';
import {
  awaitedAbove,
  CASE_ACTS,
  caseActReason,
  citation,
  clockReason,
  hearsAndFollows,
  isAdverse,
  refusalSentence,
  tryTransition,
  unreasoned,
} from '../../../workflows/law/index.js';
import { actNameOf } from '../../../workflows/item-types/case-names.js';
import { reasonAgainst, type CallerToCase } from '../../cases/index.js';
import type { Session } from '../../people/index.js';
import { earliestHearing, hearingDayReason } from './hearing-day.js';
import type { Standing } from './standing.js';

/** A day that is late enough for whatever is told of now. */
const LATER = '2999-12-31';

export interface OfferedAct {
  act: CaseActName;
  name: string;
  allowed: boolean;
  /** Why not; null = it is allowed. */
  reason: string | null;
  article: string | null;
  /** It is the case's state that does not allow it, not a condition of the law. */
  wrongState: boolean;
  /** Who does it has to say why. */
  needsReason: boolean;
  /** It goes against the applicant: asked once more before it is done. */
  adverse: boolean;
  /** Somebody else has to approve it first. */
  approval: boolean;
}

/** In the order of `CASE_ACTS`; what the caller may never do on this case is left out. */
export function offeredActs(standing: Standing, session: Session, caller: CallerToCase) {
  return CASE_ACTS.filter((act) => reasonAgainst(`case.${act}`, session, caller) === null).map(
    (act): OfferedAct => {
      const reason = reasonAgainstAct({ act, reason: '…', data: likely(act, standing) }, standing);
      return {
        ...{ act, name: actNameOf(act, standing.type), allowed: reason === null, reason },
        wrongState: reason !== null && !tryState(act, standing).ok,
        needsReason: unreasoned({ act }, standing) !== null,
        article: citation(standing.terms, act) ?? null,
        adverse: isAdverse(act),
        approval: act === 'extend',
      };
    },
  );
}

const tryState = (act: CaseActName, { state, law, terms }: Standing) =>
  tryTransition(act, { state, behind: law.behind }, terms);

/** Why the law does not allow an act where the case stands; null = it does. */
export function reasonAgainstAct(wanted: CaseAct, standing: Standing): string | null {
  const { terms, input, open, ended, law } = standing;
  if (!ended && law.forwarded !== undefined) return awaitedAbove();
  const tried = tryState(wanted.act, standing);
  if (!tried.ok) return tried.reason;
  const bar = barAgainst(wanted, standing);
  if (bar || ended) return bar;
  const now = Date.now();
  return (
    clockReason(wanted.act, input, standing, terms, now) ??
    caseActReason(wanted, input, standing, terms, now, open)
  );
}

/** What bars an act that the case's workflow knows nothing of, or knew nothing of when it began; null = nothing does. */
export function barAgainst({ act, data }: CaseAct, standing: Standing): string | null {
  const { state, input, againstVoiding } = standing;
  if (act === 'void') return againstVoiding;
  const { rules } = input;
  // Where it holds nothing up it need not be given up, and a worker of the release before may have the case.
  if (act === 'waive-hearing' && !hearsAndFollows(input))
    return refusalSentence(state, act, '没有举行听证也可以作出决定');
  if (act === 'tell-hearing' && rules && !rules.periods?.['hearing-request'])
    return refusalSentence(state, act, '适用的法律没有规定申请人要求听证的权利');
  const why = hearingDayReason(act, data, standing, Date.now());
  return why && refusalSentence(state, act, why);
}

/** What a caller might say who says it right: so that only the case's own reasons are told. */
function likely(act: CaseActName, { input }: Standing): Record<string, Json> {
  const { rules } = input;
  if (act === 'pause') return { procedure: rules?.pauses[0] ?? '', days: 1 };
  if (act === 'extend') return { days: 1, by: rules?.extension?.by ?? 'head' };
  if (act === 'tell-hearing') return { hearingOn: earliestHearing(input, Date.now()) ?? LATER };
  return {};
}
