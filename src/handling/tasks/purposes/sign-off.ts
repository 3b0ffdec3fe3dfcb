/** 加签、会签、或签、依次: somebody asked by the handler agrees or does not. */
import type { Purpose } from '../../../cases/index.js';
import { unprocessable } from '../../../platform/errors.js';
import { dropHeld, letGo } from '../sign-offs/holding.js';
import { setMember, settle, SIGN_OFF, signOffOf } from '../sign-offs/rows.js';

export const signOff: Purpose = {
  name: SIGN_OFF,
  async completed(manager, { data, outcome, opinion, actor }) {
    if (outcome === 'disagree' && !opinion?.trim()) {
      throw unprocessable('opinion-missing', '不同意时请写明意见。', { field: 'opinion' });
    }
    const found = await signOffOf(manager, String(data['signOff']));
    if (!found || found.state !== 'open') return {};
    const state = outcome === 'agree' ? 'agreed' : 'disagreed';
    await setMember(manager, found.id, Number(data['position']), state, { opinion });
    const verdict = await settle(manager, found, actor.personId);
    if (found.place === 'before' || verdict === 'open') return {};
    if (verdict === 'agreed') return { release: await letGo(manager, found) };
    await dropHeld(manager, found.taskId);
    return {};
  },
};
