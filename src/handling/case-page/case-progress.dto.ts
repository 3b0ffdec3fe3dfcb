/** How far a case is. */
import type { CaseState } from '../../../workflows/contracts/case.js';
import { STATES } from '../../../workflows/law/index.js';
import { Shown } from '../../platform/http/index.js';

export class CaseProgressDto {
  @Shown.text()
  number: string;

  @Shown.whole('办到第几步；每有一步就加一')
  step: number;

  @Shown.oneOf(STATES)
  state: CaseState;

  @Shown.text()
  stateName: string;

  @Shown.flag()
  ended: boolean;
}
