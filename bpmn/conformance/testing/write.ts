/** Writes a model as BPMN XML, as far as the standard has words for what is in it. */
import type {
  Activity,
  Element,
  EventDefinition,
  Expression,
  ProcessModel,
  Scope,
  SingleDefinition,
} from '../../model/process.js';

const NAMESPACES = [
  'xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"',
  'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
  'targetNamespace="urn:written"',
  'expressionLanguage="https://www.omg.org/spec/DMN/20191111/FEEL/"',
].join(' ');

/** The file of a process. */
export function write({ id, body }: ProcessModel): string {
  const roots = new Map<string, string>();
  const content = writeScope(body, roots);
  return `<definitions ${NAMESPACES}>${[...roots.values()].join('')}<process id="${id}" isExecutable="true">${content}</process></definitions>`;
}

type Roots = Map<string, string>;

/** @param quiet the start event that interrupts nothing */
function writeScope({ elements, flows }: Scope, roots: Roots, quiet?: string): string {
  const all = Object.values(elements);
  return [
    ...all.map((element) => writeElement(element, roots, quiet)),
    ...flows.map(({ id, source, target, condition }) =>
      tag('sequenceFlow', { id, sourceRef: source, targetRef: target }, [
        expression('conditionExpression', condition),
      ]),
    ),
    ...all.flatMap((element) => association(element, elements)),
  ].join('');
}

function writeElement(element: Element, roots: Roots, quiet?: string): string {
  const { id } = element;
  switch (element.type) {
    case 'startEvent':
    case 'endEvent':
    case 'intermediateCatchEvent':
    case 'intermediateThrowEvent':
      return tag(
        element.type,
        { id, ...plurality(element.definition), ...(id === quiet && { isInterrupting: false }) },
        definitions(element.definition, roots),
      );
    case 'boundaryEvent': {
      const { attachedTo: attachedToRef, interrupting, definition } = element;
      const attributes = { id, attachedToRef, cancelActivity: interrupting };
      return tag('boundaryEvent', { ...attributes, ...plurality(definition) }, [
        ...definitions(definition, roots),
      ]);
    }
    case 'eventSubProcess':
      return tag('subProcess', { id, triggeredByEvent: true }, [
        writeScope(element.body, roots, element.interrupting ? undefined : element.start),
      ]);
    case 'subProcess':
      return tag(element.transaction ? 'transaction' : 'subProcess', common(element), [
        ...repetition(element),
        writeScope(element.body, roots),
      ]);
    case 'adHocSubProcess':
      return tag(
        'adHocSubProcess',
        {
          ...common(element),
          ordering: element.sequential ? 'Sequential' : 'Parallel',
          cancelRemainingInstances: element.cancelRemaining,
        },
        [
          ...repetition(element),
          writeScope(element.body, roots),
          expression('completionCondition', element.completionCondition),
        ],
      );
    case 'complexGateway':
      return tag('complexGateway', { id, default: element.default }, [
        expression('activationCondition', element.activation),
      ]);
    case 'eventBasedGateway':
      return tag('eventBasedGateway', { id });
    case 'exclusiveGateway':
    case 'inclusiveGateway':
    case 'parallelGateway':
      return tag(element.type, { id, default: element.default });
    case 'userTask':
    case 'task':
    case 'manualTask':
      return tag(element.type, common(element), repetition(element));
    default:
      throw new Error(`${element.type} is not written yet`);
  }
}

const common = (activity: Activity): Attributes => ({
  id: activity.id,
  default: activity.default,
  isForCompensation: activity.isForCompensation,
});

function repetition({ multiInstance, loop }: Activity): string[] {
  if (multiInstance)
    return [
      tag('multiInstanceLoopCharacteristics', { isSequential: multiInstance.sequential }, [
        expression('loopCardinality', multiInstance.cardinality),
        expression('completionCondition', multiInstance.completionCondition),
      ]),
    ];
  if (!loop) return [];
  const { testBefore, maximum, condition } = loop;
  return [
    tag('standardLoopCharacteristics', { testBefore, loopMaximum: maximum?.feel }, [
      expression('loopCondition', condition),
    ]),
  ];
}

const plurality = (definition: EventDefinition | undefined): Attributes =>
  definition?.type === 'multiple' && definition.parallel ? { parallelMultiple: true } : {};

const definitions = (definition: EventDefinition | undefined, roots: Roots): string[] => {
  if (!definition) return [];
  const parts = definition.type === 'multiple' ? definition.parts : [definition];
  return parts.map((part) => writeDefinition(part, roots));
};

function writeDefinition(definition: SingleDefinition, roots: Roots): string {
  switch (definition.type) {
    case 'signal': {
      const signalRef = root(roots, 'signal', { name: text(definition.name) });
      return tag('signalEventDefinition', { signalRef });
    }
    case 'message': {
      const messageRef = root(roots, 'message', { name: text(definition.message.name) });
      return tag('messageEventDefinition', { messageRef });
    }
    case 'error': {
      const { code } = definition;
      const errorRef = code && root(roots, 'error', { errorCode: code });
      return tag('errorEventDefinition', { errorRef });
    }
    case 'escalation': {
      const { code } = definition;
      const escalationRef = code && root(roots, 'escalation', { escalationCode: code });
      return tag('escalationEventDefinition', { escalationRef });
    }
    case 'conditional':
      return tag('conditionalEventDefinition', {}, [expression('condition', definition.condition)]);
    case 'compensate':
      return tag('compensateEventDefinition', {
        activityRef: definition.activity,
        waitForCompletion: definition.wait,
      });
    case 'timer': {
      const { kind, value } = definition.timer;
      const name = { date: 'timeDate', duration: 'timeDuration', cycle: 'timeCycle' }[kind];
      return tag('timerEventDefinition', {}, [`<${name}>${escaped(text(value))}</${name}>`]);
    }
    case 'cancel':
    case 'terminate':
      return tag(`${definition.type}EventDefinition`, {});
    default:
      throw new Error(`${definition.type} is not written yet`);
  }
}

function text(value: { value: string } | Expression): string {
  return 'value' in value ? value.value : `=${value.feel}`;
}

/** Something events refer to, written once however often it is named. */
function root(roots: Roots, name: string, attributes: Attributes): string {
  const id = `${name}_${Object.values(attributes).join('')}`;
  roots.set(id, tag(name, { id, ...attributes }));
  return id;
}

/** The line from a compensation event to the activity that undoes. */
function association(element: Element, elements: Scope['elements']): string[] {
  if (element.type !== 'boundaryEvent' || element.definition.type !== 'compensate') return [];
  const host = elements[element.attachedTo];
  const handler = host && 'compensation' in host ? host.compensation : undefined;
  const id = `to_${element.id}`;
  return handler ? [tag('association', { id, sourceRef: element.id, targetRef: handler })] : [];
}

type Attributes = Record<string, string | boolean | undefined>;

function expression(name: string, written: Expression | undefined): string {
  return written ? `<${name}>${escaped(written.feel)}</${name}>` : '';
}

function tag(name: string, attributes: Attributes, content: string[] = []): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escaped(String(value))}"`);
  return `<${name}${written.join('')}>${content.join('')}</${name}>`;
}

const escaped = (plain: string): string =>
  plain.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
