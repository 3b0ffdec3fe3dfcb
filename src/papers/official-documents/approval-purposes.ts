/** What the side tasks of documents lead to when they are completed. */
import type { Purpose } from '../../cases/index.js';
import { DOCUMENT_AMENDMENT, SEAL_APPROVAL } from './approval-tasks.js';
import {
  abandonDocument,
  approveDocument,
  resubmitDocument,
  returnDocument,
  type Amendment,
} from './approval.js';

/** 用印审批. */
export const sealApproval: Purpose = {
  name: SEAL_APPROVAL,
  async completed(manager, { data, outcome, opinion = '', actor }) {
    const id = String(data.document);
    if (outcome === 'approve') await approveDocument(manager, id, actor);
    else await returnDocument(manager, id, opinion, actor);
  },
};

/** 修改文书. */
export const documentAmendment: Purpose = {
  name: DOCUMENT_AMENDMENT,
  async completed(manager, { data, outcome, opinion = '', form, actor }) {
    const id = String(data.document);
    if (outcome === 'abandon') await abandonDocument(manager, id, opinion, actor);
    else await resubmitDocument(manager, id, (form ?? {}) as Amendment, actor);
  },
};
