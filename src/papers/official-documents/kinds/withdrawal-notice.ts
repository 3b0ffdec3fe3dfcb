import { reasonOf, type DocumentKind } from './kind.js';

/** 撤回申请确认书: the applicant withdrew before anything was decided. */
export const withdrawalNotice: DocumentKind = {
  code: 'withdrawal-notice',
  name: '撤回申请确认书',
  nameInEnglish: 'Confirmation of withdrawal',
  draftedBy: ({ act }) => act === 'withdraw',
  word: '许撤回',
  approval: true,
  fields: { reason: '理由' },
  required: [],
  editable: [],
  delivered: true,
  template: `# 撤回申请确认书
> {{applicant}}：
{{matter}}，你（单位）已于{{actOn}}撤回。
? 撤回的说明：{{reason}}
办理自撤回之日起终结；需要办理的，可以重新提出。
? 咨询电话：{{phone}}`,
  facts: (source) => ({ reason: reasonOf(source) }),
};
