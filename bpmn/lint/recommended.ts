/** bpmnlint's recommended rules, loaded one by one so that they also bundle for the browser, and what each asks in Chinese. */
import adHocSubProcess from 'bpmnlint/rules/ad-hoc-sub-process.js';
import conditionalFlows from 'bpmnlint/rules/conditional-flows.js';
import endEventRequired from 'bpmnlint/rules/end-event-required.js';
import eventBasedGateway from 'bpmnlint/rules/event-based-gateway.js';
import eventSubProcessTypedStartEvent from 'bpmnlint/rules/event-sub-process-typed-start-event.js';
import fakeJoin from 'bpmnlint/rules/fake-join.js';
import global from 'bpmnlint/rules/global.js';
import labelRequired from 'bpmnlint/rules/label-required.js';
import linkEvent from 'bpmnlint/rules/link-event.js';
import noBpmndi from 'bpmnlint/rules/no-bpmndi.js';
import noComplexGateway from 'bpmnlint/rules/no-complex-gateway.js';
import noDisconnected from 'bpmnlint/rules/no-disconnected.js';
import noDuplicateSequenceFlows from 'bpmnlint/rules/no-duplicate-sequence-flows.js';
import noGatewayJoinFork from 'bpmnlint/rules/no-gateway-join-fork.js';
import noImplicitSplit from 'bpmnlint/rules/no-implicit-split.js';
import noImplicitEnd from 'bpmnlint/rules/no-implicit-end.js';
import noImplicitStart from 'bpmnlint/rules/no-implicit-start.js';
import noInclusiveGateway from 'bpmnlint/rules/no-inclusive-gateway.js';
import noOverlappingElements from 'bpmnlint/rules/no-overlapping-elements.js';
import singleBlankStartEvent from 'bpmnlint/rules/single-blank-start-event.js';
import singleEventDefinition from 'bpmnlint/rules/single-event-definition.js';
import subProcessBlankStartEvent from 'bpmnlint/rules/sub-process-blank-start-event.js';
import superfluousGateway from 'bpmnlint/rules/superfluous-gateway.js';
import superfluousLabel from 'bpmnlint/rules/superfluous-label.js';
import superfluousTermination from 'bpmnlint/rules/superfluous-termination.js';
import { startEventRequired } from './start-event-required.js';

export const recommendedRules: Readonly<Record<string, unknown>> = {
  'ad-hoc-sub-process': adHocSubProcess,
  'conditional-flows': conditionalFlows,
  'end-event-required': endEventRequired,
  'event-based-gateway': eventBasedGateway,
  'event-sub-process-typed-start-event': eventSubProcessTypedStartEvent,
  'fake-join': fakeJoin,
  global: global,
  'label-required': labelRequired,
  'link-event': linkEvent,
  'no-bpmndi': noBpmndi,
  'no-complex-gateway': noComplexGateway,
  'no-disconnected': noDisconnected,
  'no-duplicate-sequence-flows': noDuplicateSequenceFlows,
  'no-gateway-join-fork': noGatewayJoinFork,
  'no-implicit-split': noImplicitSplit,
  'no-implicit-end': noImplicitEnd,
  'no-implicit-start': noImplicitStart,
  'no-inclusive-gateway': noInclusiveGateway,
  'no-overlapping-elements': noOverlappingElements,
  'single-blank-start-event': singleBlankStartEvent,
  'single-event-definition': singleEventDefinition,
  'start-event-required': startEventRequired,
  'sub-process-blank-start-event': subProcessBlankStartEvent,
  'superfluous-gateway': superfluousGateway,
  'superfluous-label': superfluousLabel,
  'superfluous-termination': superfluousTermination,
};

/** What to do, for people; a rule without an entry speaks for itself. */
export const advice: Readonly<Record<string, string>> = {
  'ad-hoc-sub-process': '特别子流程内不能有开始、结束事件，请删除。',
  'conditional-flows': '带条件的分支须写明条件或设为默认分支，请补上。',
  'end-event-required': '流程（子流程）缺少结束事件，请补上。',
  'event-based-gateway': '事件网关须有两条以上分支，且分支不带条件，请更正。',
  'event-sub-process-typed-start-event': '事件子流程的开始事件须写明触发方式，请补上。',
  'fake-join': '多条流直接汇入此处并不会等待合并：每来一个令牌执行一次。如需合并请加网关。',
  global: '全局元素（消息、错误等）须有名称、被引用且不重复，请更正。',
  'label-required': '缺少名称，请补上，让办事人看得懂。',
  'link-event': '链接事件须成对且名称一致，请更正。',
  'no-bpmndi': '没有图形信息，在设计器中看不见，请在设计器中排版后保存。',
  'no-complex-gateway': '不支持复杂网关，请改用排他、并行或包容网关。',
  'no-disconnected': '没有连入流程，请连线或删除。',
  'no-duplicate-sequence-flows': '两个节点之间有重复的顺序流，请删除多余的一条。',
  'no-gateway-join-fork': '一个网关既汇合又分支，请拆成两个网关。',
  'no-implicit-split': '从此处直接分出多条无条件的流等于并行，请改用并行网关写明。',
  'no-implicit-end': '此处没有后续也不是结束事件，请连到后续节点或结束事件。',
  'no-implicit-start': '此处没有前序也不是开始事件，请从前序节点连入。',
  'no-inclusive-gateway': '包容网关不易理解，请确认确有必要。',
  'no-overlapping-elements': '图形重叠，请挪开。',
  'single-blank-start-event': '只能有一个空白开始事件，请删除多余的。',
  'single-event-definition': '一个事件只能有一种触发方式，请拆开。',
  'start-event-required': '流程（子流程）缺少开始事件，请补上。',
  'sub-process-blank-start-event': '子流程的开始事件须为空白开始，请更正。',
  'superfluous-gateway': '网关只有一进一出，没有作用，请删除。',
  'superfluous-label': '此处的名称不必要，请删除。',
  'superfluous-termination': '此处的终止结束没有作用，请改用普通结束事件。',
};
