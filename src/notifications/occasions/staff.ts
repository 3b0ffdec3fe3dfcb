/** What staff hear of: in the centre only, for they are at work when it concerns them. */
import type { Occasion } from './occasion.js';

const TASK = { task: '环节', item: '事项', case: '办件编号' } as const;
const CARD = { colour: '牌', case: '办件编号' } as const;
const ORDER = { number: '督办编号' } as const;

const told = <Facts extends Record<string, string>>(name: string, facts: Facts, text: string) =>
  ({ name, audience: 'staff', texted: false, facts, text }) as const satisfies Occasion;

export const FOR_STAFF = {
  'task-given': told(
    '任务到您手上',
    { ...TASK, how: '怎样来的' },
    '“{{item}}”（办件 {{case}}）的“{{task}}”{{how}}，现在由您办理。',
  ),
  'task-back': told(
    '交回的任务',
    TASK,
    '您委派、加签出去的“{{task}}”（{{item}}，办件 {{case}}）有了答复。',
  ),
  'task-near': told(
    '任务将到期',
    { ...TASK, lastDay: '期限' },
    '“{{item}}”（办件 {{case}}）的“{{task}}”期限到 {{lastDay}}，请抓紧办理。',
  ),
  copied: told('抄送', TASK, '“{{item}}”（办件 {{case}}）的“{{task}}”抄送给您阅知。'),
  urged: told('催办', TASK, '“{{item}}”（办件 {{case}}）的“{{task}}”被催办，请抓紧办理。'),
  'deputy-named': told(
    '请您代理',
    { from: '第一天', to: '最后一天' },
    '同事请您在 {{from}} 至 {{to}} 代理任务。',
  ),
  'handed-over': told(
    '交接给您',
    { count: '任务数' },
    '同事离任，{{count}} 个任务交接给您，请到待办查看。',
  ),
  'order-issued': told(
    '督办',
    { ...ORDER, lastDay: '答复期限' },
    '本单位收到{{number}}，请在 {{lastDay}}前答复。',
  ),
  'order-returned': told('督办退回补充', ORDER, '{{number}}的答复被退回，请补充后再答复。'),
  'order-escalated': told(
    '下级督办逾期',
    ORDER,
    '下级单位对{{number}}逾期没有答复，已报到本单位。',
  ),
  'order-withdrawn': told('督办撤回', ORDER, '{{number}}已经撤回，不需要再答复。'),
  'order-accepted': told('督办办结', ORDER, '{{number}}的答复已被接受，督办办结。'),
  'order-replied': told('督办已答复', ORDER, '您签发的{{number}}已有答复，请审核。'),
  'card-issued': told(
    '亮牌',
    { ...CARD, lastDay: '答复期限' },
    '本单位因办件 {{case}} 被亮{{colour}}，请在 {{lastDay}}前答复。',
  ),
  'cards-issued': told(
    '一批亮牌',
    { count: '张数' },
    '本单位被亮 {{count}} 张牌，请分别按期答复。',
  ),
  'card-returned': told('亮牌答复退回', CARD, '{{colour}}（办件 {{case}}）的答复被退回，请补充。'),
  'card-escalated': told(
    '下级亮牌升级',
    CARD,
    '下级单位逾期未答复，升为{{colour}}（办件 {{case}}），已报到本单位。',
  ),
  'cards-escalated': told(
    '一批下级亮牌升级',
    { count: '张数' },
    '下级单位有 {{count}} 张牌逾期未答复，已经升级并报到本单位。',
  ),
  'card-accepted': told('亮牌答复已接受', CARD, '{{colour}}（办件 {{case}}）的答复已被接受。'),
  'card-revoked': told('亮牌撤销', CARD, '{{colour}}（办件 {{case}}）已经撤销。'),
  'card-answered': told(
    '亮牌已答复',
    CARD,
    '您签发的{{colour}}（办件 {{case}}）已有答复，请审核。',
  ),
  'query-sent': told(
    '同事发来查询',
    {},
    '同事把一条监督查询发给您；打开后只看到您自己权限内的内容。',
  ),
} as const;
