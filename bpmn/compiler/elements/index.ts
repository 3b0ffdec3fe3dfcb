/** The types of flow nodes that are carried out: a further one is a file and a line here. */
import type { ElementCompiler } from '../context.js';
import { adHocSubProcess } from './ad-hoc-sub-process.js';
import { boundaryEvent } from './boundary-event.js';
import { businessRuleTask } from './business-rule-task.js';
import { callActivity } from './call-activity.js';
import { complexGateway } from './complex-gateway.js';
import { endEvent } from './end-event.js';
import { eventBasedGateway } from './event-based-gateway.js';
import { exclusiveGateway, inclusiveGateway, parallelGateway } from './gateway.js';
import { intermediateCatchEvent } from './intermediate-catch-event.js';
import { intermediateThrowEvent } from './intermediate-throw-event.js';
import { manualTask, task } from './pass-task.js';
import { receiveTask } from './receive-task.js';
import { scriptTask } from './script-task.js';
import { serviceTask } from './service-task.js';
import { startEvent } from './start-event.js';
import { subProcess, transaction } from './sub-process.js';
import { userTask } from './user-task.js';

export const elementCompilers: ReadonlyMap<string, ElementCompiler> = new Map([
  ['bpmn:StartEvent', startEvent],
  ['bpmn:EndEvent', endEvent],
  ['bpmn:BoundaryEvent', boundaryEvent],
  ['bpmn:IntermediateCatchEvent', intermediateCatchEvent],
  ['bpmn:IntermediateThrowEvent', intermediateThrowEvent],
  ['bpmn:Task', task],
  ['bpmn:ManualTask', manualTask],
  ['bpmn:UserTask', userTask],
  ['bpmn:ServiceTask', serviceTask],
  ['bpmn:SendTask', serviceTask],
  ['bpmn:BusinessRuleTask', businessRuleTask],
  ['bpmn:ScriptTask', scriptTask],
  ['bpmn:ReceiveTask', receiveTask],
  ['bpmn:CallActivity', callActivity],
  ['bpmn:SubProcess', subProcess],
  ['bpmn:Transaction', transaction],
  ['bpmn:AdHocSubProcess', adHocSubProcess],
  ['bpmn:ExclusiveGateway', exclusiveGateway],
  ['bpmn:ParallelGateway', parallelGateway],
  ['bpmn:InclusiveGateway', inclusiveGateway],
  ['bpmn:EventBasedGateway', eventBasedGateway],
  ['bpmn:ComplexGateway', complexGateway],
]);
