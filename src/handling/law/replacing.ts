/** 作废 of a case whose licence took the place of another: what it replaced does not come back, at the province either. */
import type { EntityManager } from 'typeorm';
import type { CaseState } from '../../../workflows/contracts/case.js';
import { refusalSentence } from '../../../workflows/law/index.js';
import { replacementOf } from '../../papers/index.js';

/** Why a case may not be made void; null = no licence of it stands in the place of another. */
export async function againstVoiding(
  manager: EntityManager,
  number: string,
  state: CaseState,
): Promise<string | null> {
  const made = await replacementOf(manager, number);
  if (!made) return null;
  return refusalSentence(
    state,
    'void',
    `它办出的${made.name}（${made.number}）已取代原来的证照，作废后持证人将没有有效的证照；` +
      `请就这本证照另行办理变更，或者依法撤销、注销`,
  );
}
