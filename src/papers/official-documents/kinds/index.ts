/** Every kind of official document; a further one is a file here and a line below. */
import { unprocessable } from '../../../platform/errors.js';
import type { TemplateRules } from '../template.js';
import { acceptanceNotice } from './acceptance-notice.js';
import { benefitNotice } from './benefit-notice.js';
import { commitmentLetter } from './commitment-letter.js';
import { acceptanceWithGapsNotice } from './acceptance-with-gaps-notice.js';
import { correctionNotice } from './correction-notice.js';
import { deemedRenewalNotice } from './deemed-renewal-notice.js';
import { extensionNotice } from './extension-notice.js';
import { filingReceipt } from './filing-receipt.js';
import { grantDecision } from './grant-decision.js';
import { inspectionRecord } from './inspection-record.js';
import { COMMON_FIELDS, type DocumentKind } from './kind.js';
import { licence } from './licence.js';
import { notAcceptedDecision } from './not-accepted-decision.js';
import { proofOfDelivery } from './proof-of-delivery.js';
import { receipt } from './receipt.js';
import { refusalDecision } from './refusal-decision.js';
import { serviceRefusalNotice } from './service-refusal-notice.js';
import { cancellationDecision } from './cancellation-decision.js';
import { forwardingNotice } from './forwarding-notice.js';
import { hearingNotice } from './hearing-notice.js';
import { returnNotice } from './return-notice.js';
import { revocationDecision } from './revocation-decision.js';
import { suspensionNotice } from './suspension-notice.js';
import { terminationNotice } from './termination-notice.js';
import { voidingNotice } from './voiding-notice.js';
import { withdrawalNotice } from './withdrawal-notice.js';
import { specialProcedureNotice } from './special-procedure-notice.js';

export {
  COMMON_FIELDS,
  nameOf,
  namesRemedies,
  wordFor,
  type DocumentKind,
  type OfficialAct,
  type Source,
} from './kind.js';

/** In the order a case meets them. */
export const KINDS: readonly DocumentKind[] = [
  receipt,
  commitmentLetter,
  correctionNotice,
  acceptanceNotice,
  acceptanceWithGapsNotice,
  notAcceptedDecision,
  specialProcedureNotice,
  suspensionNotice,
  hearingNotice,
  forwardingNotice,
  extensionNotice,
  inspectionRecord,
  grantDecision,
  deemedRenewalNotice,
  refusalDecision,
  serviceRefusalNotice,
  benefitNotice,
  filingReceipt,
  licence,
  returnNotice,
  withdrawalNotice,
  terminationNotice,
  revocationDecision,
  cancellationDecision,
  voidingNotice,
  proofOfDelivery,
];

const byCode = new Map(KINDS.map((kind) => [kind.code, kind]));

/** @throws DomainError `unknown-document-kind` */
export function kindOf(code: string): DocumentKind {
  const kind = byCode.get(code);
  if (kind) return kind;
  throw unprocessable('unknown-document-kind', `没有名为“${code}”的文书种类。`);
}

/** What a template of the kind may and must name. */
export const rulesOf = (kind: DocumentKind): TemplateRules => ({
  fields: { ...COMMON_FIELDS, ...kind.fields },
  required: kind.required,
});
