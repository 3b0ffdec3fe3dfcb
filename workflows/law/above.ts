/** 转报 (行政许可法 43): reviewed first here, decided by the level above; what that means for the case here. Pure. */
import type { CaseResult, CaseState } from '../contracts/case.js';
import { ACT_NAMES, articleOf } from './names.js';
import { PERMIT_LAW } from './articles.js';
import { LAST_WORD } from './states.js';

/** The occurrence under which the case above is a child of the one here. */
export const ABOVE = 'above';

/** Why nothing is done here any more. */
export const awaitedAbove = (): string =>
  `办件已经转报上级机关，由上级机关审查决定；请到上级机关的办件中办理（${articleOf(PERMIT_LAW, 43)}）。`;

/** Why it was not sent up. @param why what keeps the case above from being opened, a sentence */
export const notSentUp = (why: string): string =>
  `不能“${ACT_NAMES.forward}”：上级机关的办件不能开始。${why}`;

/** How the case here ends by what became of the one above. */
export function outcomeAbove({ outcome }: CaseResult): { state: CaseState; outcome: CaseState } {
  return { state: LAST_WORD.includes(outcome) ? outcome : 'finished', outcome };
}
