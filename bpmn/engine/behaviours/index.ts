/** The registry: a new type of element is a file beside these and a line here. */
import type { Element } from '../../model/process.js';
import type { Behaviour, Behaviours } from './behaviour.js';
import { adHocSubProcess } from './container/ad-hoc.js';
import { callActivity } from './container/call-activity.js';
import { eventSubProcess } from './container/event-sub-process.js';
import { subProcess } from './container/sub-process.js';
import { boundaryEvent } from './event/boundary.js';
import { endEvent } from './event/end.js';
import { intermediateCatchEvent } from './event/intermediate-catch.js';
import { intermediateThrowEvent } from './event/intermediate-throw.js';
import { startEvent } from './event/start.js';
import { complexGateway } from './gateway/complex.js';
import { eventBasedGateway } from './gateway/event-based.js';
import { exclusiveGateway } from './gateway/exclusive.js';
import { inclusiveGateway } from './gateway/inclusive.js';
import { parallelGateway } from './gateway/parallel.js';
import { businessRuleTask } from './task/business-rule.js';
import { passTask } from './task/pass.js';
import { receiveTask } from './task/receive.js';
import { scriptTask } from './task/script.js';
import { serviceTask } from './task/service.js';
import { userTask } from './task/user.js';

export const behaviours: Behaviours = {
  userTask,
  serviceTask,
  scriptTask,
  receiveTask,
  businessRuleTask,
  task: passTask,
  manualTask: passTask,
  callActivity,
  subProcess,
  adHocSubProcess,
  eventSubProcess,
  exclusiveGateway,
  parallelGateway,
  inclusiveGateway,
  eventBasedGateway,
  complexGateway,
  startEvent,
  endEvent,
  boundaryEvent,
  intermediateCatchEvent,
  intermediateThrowEvent,
};

/** The behaviour of an element. @throws for a type the engine does not know */
export function behaviourOf(element: Element): Behaviour {
  const behaviour: object | undefined = Object.hasOwn(behaviours, element.type)
    ? behaviours[element.type]
    : undefined;
  if (!behaviour) throw new Error(`the engine knows no element of type ${element.type}`);
  // each behaviour is only ever given elements of the type it is registered for
  return behaviour as Behaviour;
}
