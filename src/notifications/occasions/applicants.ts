/** What applicants and their agents hear of. */
import type { Occasion } from './occasion.js';

const CASE = { item: '事项', case: '办件编号' } as const;
const DAY = { lastDay: '最后一天' } as const;
/** As the papers of the item's type say it: 准予行政许可, 不予行政给付. */
const DECISION = { decision: '决定' } as const;

const told = <Facts extends Record<string, string>>(
  name: string,
  facts: Facts,
  text: string,
  texted = true,
) => ({ name, audience: 'applicant', texted, facts, text }) as const satisfies Occasion;

export const FOR_APPLICANTS = {
  authorised: told(
    '受人委托',
    { firstDay: '第一天', ...DAY },
    '有人委托您代为办事，从 {{firstDay}} 到 {{lastDay}}。是谁、可以办什么，见“委托代办”；不愿代办的，可以在那里辞去。',
  ),
  'authorisation-given': told(
    '委托已登记',
    { firstDay: '第一天', ...DAY },
    '以您的名义登记了一项委托，从 {{firstDay}} 到 {{lastDay}}。不是您本人委托的，请在“委托代办”中立即撤销。',
  ),
  'authorisation-ended': told(
    '委托已结束',
    DAY,
    '一项委托（原定到 {{lastDay}}）已经撤销或者辞去，此后不能再以委托人的名义办理，详见“委托代办”。',
  ),
  submitted: told(
    '已提交',
    CASE,
    '您的“{{item}}”申请已经提交，办件编号 {{case}}。收到、受理和办理的情况会继续提醒您。',
    false,
  ),
  collected: told(
    '已收件',
    CASE,
    '窗口已收到“{{item}}”（办件 {{case}}）的材料。收件不等于受理，是否受理另行告知。',
  ),
  'sent-back': told(
    '预审退回',
    CASE,
    '“{{item}}”（办件 {{case}}）预审时发现需要修改的地方，请改好后重新提交。',
  ),
  correction: told(
    '需要补正',
    { ...CASE, ...DAY },
    '“{{item}}”（办件 {{case}}）需要补正，请在 {{lastDay}}前一次补齐；要补正什么，见办件页。',
  ),
  accepted: told(
    '已受理',
    { ...CASE, ...DAY },
    '“{{item}}”（办件 {{case}}）已经受理，办理期限到 {{lastDay}}。',
  ),
  filed: told(
    '已立案',
    { ...CASE, ...DAY },
    '“{{item}}”（案件 {{case}}）已经立案调查，办理期限到 {{lastDay}}；您有权陈述、申辩。',
  ),
  rejected: told('不予受理', CASE, '“{{item}}”（办件 {{case}}）不予受理，理由和救济途径见决定书。'),
  paused: told(
    '进入特别程序',
    { ...CASE, procedure: '程序' },
    '“{{item}}”（办件 {{case}}）进入{{procedure}}程序，所需时间不计算在办理期限内。',
  ),
  resumed: told(
    '特别程序结束',
    { ...CASE, ...DAY },
    '“{{item}}”（办件 {{case}}）的特别程序已经结束，办理期限到 {{lastDay}}。',
  ),
  suspended: told('已挂起', CASE, '“{{item}}”（办件 {{case}}）暂时挂起，办理期限照常计算。', false),
  unsuspended: told('解除挂起', CASE, '“{{item}}”（办件 {{case}}）恢复办理。', false),
  extended: told(
    '延长期限',
    { ...CASE, ...DAY },
    '“{{item}}”（办件 {{case}}）经批准延长办理期限，到 {{lastDay}}；理由见延期告知书。',
  ),
  granted: told(
    '已作出决定',
    { ...CASE, ...DECISION },
    '“{{item}}”（办件 {{case}}）已经作出{{decision}}的决定。',
  ),
  'deemed-renewed': told(
    '视为准予延续',
    CASE,
    '“{{item}}”（办件 {{case}}）在有效期届满前没有作出决定，视为准予延续。',
  ),
  refused: told(
    '已作出不予的决定',
    { ...CASE, ...DECISION, paper: '文书' },
    '“{{item}}”（办件 {{case}}）已经作出{{decision}}的决定，理由和救济途径见《{{paper}}》。',
  ),
  finished: told('已办结', CASE, '“{{item}}”（办件 {{case}}）已经办结。'),
  returned: told('已退件', CASE, '“{{item}}”（办件 {{case}}）已经退件，理由见告知书。'),
  lapsed: told('补正逾期', CASE, '“{{item}}”（办件 {{case}}）没有按期补正，办理已经结束。'),
  terminated: told('已终止', CASE, '“{{item}}”（办件 {{case}}）已经终止办理，理由见告知书。'),
  forwarded: told('已转报', CASE, '“{{item}}”（办件 {{case}}）初审完毕，已转报上级机关。'),
  voided: told(
    '已作废',
    CASE,
    '“{{item}}”（办件 {{case}}）已经作废，发过证照的一并作废，理由见告知书。',
  ),
  revoked: told(
    '决定被撤销',
    { ...CASE, ...DECISION },
    '“{{item}}”（办件 {{case}}）{{decision}}的决定已被撤销，理由见撤销决定书。',
  ),
  'hearing-right': told(
    '可以要求听证',
    CASE,
    '“{{item}}”（办件 {{case}}）作出决定前，您有权要求听证，期限见告知书。',
  ),
  'hearing-held': told('听证已举行', CASE, '“{{item}}”（办件 {{case}}）的听证已经举行。', false),
  'hearing-waived': told(
    '听证已终止',
    CASE,
    '“{{item}}”（办件 {{case}}）的听证已经终止，理由见办件页。',
  ),
  'fee-due': told(
    '待缴费',
    { ...CASE, fee: '收费项目', amount: '金额，元' },
    '“{{item}}”（办件 {{case}}）需缴纳{{fee}} {{amount}} 元，请在办件页缴款，勿向任何人转账。',
  ),
  'licence-ready': told(
    '证照已制发',
    { ...CASE, licence: '证照' },
    '“{{item}}”（办件 {{case}}）的《{{licence}}》已经制发，可在“我的证照”查看。',
  ),
  'licence-ended': told(
    '证照状态变化',
    { licence: '证照', how: '变化' },
    '您的《{{licence}}》已{{how}}，详情见“我的证照”。',
  ),
  'delivery-sent': told(
    '结果已寄出',
    { ...CASE, courier: '快递公司', trackingNumber: '邮寄单号' },
    '“{{item}}”（办件 {{case}}）的结果已由{{courier}}寄出，单号 {{trackingNumber}}。',
  ),
  delivered: told('已送达', CASE, '“{{item}}”（办件 {{case}}）的结果已经送达。', false),
  'deadline-near': told(
    '期限将到',
    { ...CASE, task: '要办的事', ...DAY },
    '“{{item}}”（办件 {{case}}）的“{{task}}”请在 {{lastDay}}前完成，逾期可能终止办理。',
  ),
  'licence-expiring': told(
    '证照将到期',
    { licence: '证照', ...DAY },
    '您的《{{licence}}》有效期到 {{lastDay}}；需要延续的，请及早申请。',
  ),
  'rating-answered': told(
    '评价有了答复',
    CASE,
    '您对“{{item}}”（办件 {{case}}）的评价，承办部门已经答复，见办件页。',
  ),
  // A diagram's own words, bounded by nobody, stay on the site.
  told: told('办理告知', { text: '流程写明的话' }, '{{text}}', false),
} as const;
