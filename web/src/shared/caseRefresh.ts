/** How often an open page of a case asks what happened meanwhile. */
import type { CaseDetail } from '../api/model.js';

const RUNNING_MS = 4_000;
/** After its end a case is still delivered and archived. */
const ENDED_MS = 30_000;

/** ms until the case is asked for again. */
export const caseRefresh = (one: Pick<CaseDetail, 'ended'> | undefined): number =>
  one?.ended ? ENDED_MS : RUNNING_MS;
