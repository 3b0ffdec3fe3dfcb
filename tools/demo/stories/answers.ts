/** How the departments answer in the demonstration, where a story says nothing else. */
import type { Answer } from '../api.js';

const today = (): string => new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' });

/** What inspectors write down. */
export const inspection = (findings = '现场与申请一致，符合要求。') => ({
  inspectedOn: today(),
  findings,
});

/** Element → the usual answer. */
export function usualAnswer(element: string): Answer | undefined {
  const answers: Record<string, Answer> = {
    preReview: { outcome: 'pass', opinion: '预审通过', form: {} },
    collect: { outcome: 'accept', opinion: '材料收讫', form: {} },
    accept: { outcome: 'accept', opinion: '材料齐全，予以受理', form: {} },
    acceptAgain: { outcome: 'accept', opinion: '补正后材料齐全，予以受理', form: {} },
    record: { outcome: 'accept', opinion: '符合设置规范，予以备案', form: {} },
    inspect: { outcome: 'pass', opinion: '符合', form: inspection() },
    survey: { outcome: 'pass', opinion: '具备条件', form: inspection() },
    check: { outcome: 'pass', opinion: '符合承诺', form: inspection() },
    countersign: { outcome: 'agree', opinion: '同意', form: { comment: '同意，注意交通组织。' } },
    review: { outcome: 'agree', opinion: '建议准予', form: { conclusion: '符合法定条件。' } },
    decide: { outcome: 'grant', opinion: '准予', form: { reason: '符合法定条件、标准。' } },
    decideNow: { outcome: 'grant', opinion: '准予', form: { reason: '承诺材料齐全，当场决定。' } },
    handOver: {
      outcome: 'delivered',
      opinion: '已出件',
      form: { way: 'electronic', receiver: '本人' },
    },
    archive: { outcome: 'archived', opinion: '归档', form: { complete: true } },
    'seal-approval': { outcome: 'approve', opinion: '同意用印' },
    'inspection-countersign': { outcome: 'confirm', opinion: '属实' },
    verify: {
      outcome: 'true',
      opinion: '情况属实',
      form: { visitedOn: today(), findings: '入户核实，本人居住在村。' },
    },
  };
  return answers[element];
}

/** What the applicant answers where the diagram asks. */
export const applicantAnswers: Record<string, Answer> = {
  evaluate: { outcome: 'rated', form: { level: 'very-satisfied', comment: '一次办成，很方便。' } },
};
