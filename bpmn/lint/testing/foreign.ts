/** Two files as other engines' modellers write them, with one of each thing that is read or reported. */

const head = (namespaces: string) =>
  '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" ' +
  `xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" ${namespaces} id="d" targetNamespace="t">`;
const flow = (source: string, target: string, inside = '') =>
  `<sequenceFlow id="${source}-${target}" sourceRef="${source}" targetRef="${target}">${inside}</sequenceFlow>`;

export const CAMUNDA_7 = `${head('xmlns:camunda="http://camunda.org/schema/1.0/bpmn"')}
<message id="m" name="paid-\${region}"/><signal id="sig" name="stop"/><error id="err" errorCode="E1"/>
<process id="p" isExecutable="true" camunda:historyTimeToLive="180" camunda:versionTag="1">
<startEvent id="s" camunda:initiator="who"><extensionElements><camunda:formData>
<camunda:formField id="age" label="年龄" type="long"><camunda:validation><camunda:constraint name="required"/></camunda:validation></camunda:formField>
<camunda:formField id="kind" type="enum"><camunda:value id="a" name="甲"/><camunda:value id="b"/></camunda:formField>
</camunda:formData><camunda:properties><camunda:property name="x" value="y"/></camunda:properties></extensionElements></startEvent>
${flow('s', 'u')}
<userTask id="u" camunda:assignee="\${who}" camunda:candidateGroups="clerk, chief" camunda:formKey="embedded:app:forms/a.html" camunda:dueDate="\${dateTime().plusDays(5)}" camunda:priority="50">
<extensionElements><camunda:taskListener event="create" class="a.B"/><camunda:inputOutput>
<camunda:inputParameter name="list"><camunda:list><camunda:value>1</camunda:value><camunda:script scriptFormat="javascript">n + 1</camunda:script></camunda:list></camunda:inputParameter>
<camunda:inputParameter name="map"><camunda:map><camunda:entry key="a">\${n &gt; 3 ? 'x' : 'y'}</camunda:entry><camunda:entry key="b"><camunda:list><camunda:value>\${n}</camunda:value></camunda:list></camunda:entry></camunda:map></camunda:inputParameter>
<camunda:outputParameter name="out">\${n * 2}</camunda:outputParameter>
<camunda:outputParameter name="sum"><camunda:script scriptFormat="groovy">n + 1</camunda:script></camunda:outputParameter>
</camunda:inputOutput></extensionElements>
<multiInstanceLoopCharacteristics isSequential="true" camunda:collection="\${items}" camunda:elementVariable="item"><completionCondition xsi:type="tFormalExpression">\${nrOfCompletedInstances &gt;= 2}</completionCondition></multiInstanceLoopCharacteristics></userTask>
<boundaryEvent id="late" attachedToRef="u" cancelActivity="false"><timerEventDefinition><timeCycle xsi:type="tFormalExpression">R3/PT1H</timeCycle></timerEventDefinition></boundaryEvent>
${flow('u', 'x')}
<exclusiveGateway id="x" default="x-svc"/>
${flow('x', 'call', '<conditionExpression xsi:type="tFormalExpression">${age >= 18 && kind == \'a\'}</conditionExpression>')}
${flow('x', 'svc')}
<serviceTask id="svc" camunda:class="a.b.C" camunda:asyncBefore="true"><extensionElements><camunda:field name="f"><camunda:string>v</camunda:string></camunda:field><camunda:connector><camunda:connectorId>http</camunda:connectorId></camunda:connector><camunda:failedJobRetryTimeCycle>R3/PT1M</camunda:failedJobRetryTimeCycle></extensionElements></serviceTask>
<scriptTask id="js" scriptFormat="javascript" camunda:resultVariable="n"><script>n * 2 + (ok ? 1 : 0)</script></scriptTask>
<businessRuleTask id="rule" camunda:decisionRef="fee" camunda:mapDecisionResult="singleEntry" camunda:resultVariable="fee"/>
<callActivity id="call" calledElement="q" camunda:calledElementBinding="latest"><extensionElements><camunda:in source="n" target="n"/><camunda:in sourceExpression="\${n + 1}" target="k"/><camunda:in businessKey="#{execution.processBusinessKey}"/><camunda:out variables="all"/></extensionElements></callActivity>
${flow('svc', 'js')}${flow('js', 'rule')}${flow('rule', 'e')}${flow('call', 'wait')}${flow('late', 'e')}
<intermediateCatchEvent id="wait"><messageEventDefinition messageRef="m"/></intermediateCatchEvent>${flow('wait', 'e')}
<endEvent id="e"><errorEventDefinition errorRef="err" camunda:errorCodeVariable="code"/></endEvent>
<subProcess id="stop" triggeredByEvent="true"><startEvent id="ss" isInterrupting="false"><signalEventDefinition signalRef="sig"/></startEvent>${flow('ss', 'se')}<endEvent id="se"/></subProcess>
<dataObject id="do" name="材料"/><dataObjectReference id="ref" dataObjectRef="do"/><dataStoreReference id="store" name="库"/>
</process>
<process id="q" isExecutable="true"><ioSpecification><dataInput id="n"/><inputSet><dataInputRefs>n</dataInputRefs></inputSet><outputSet/></ioSpecification><startEvent id="qs"/>${flow('qs', 'qt')}
<userTask id="qt"><ioSpecification><dataInput id="in" name="文件"/><dataOutput id="dout" name="结果"/><inputSet><dataInputRefs>in</dataInputRefs></inputSet><outputSet/></ioSpecification>
<dataInputAssociation id="dia"><targetRef>in</targetRef><assignment><from xsi:type="tFormalExpression"><![CDATA[<dmn:text xmlns:dmn="u">n + 1</dmn:text>]]></from><to>in</to></assignment></dataInputAssociation>
<potentialOwner><resourceAssignmentExpression><formalExpression>group(clerk), user(li)</formalExpression></resourceAssignmentExpression></potentialOwner></userTask>
${flow('qt', 'qe')}<endEvent id="qe"/></process></definitions>`;

const FORM = JSON.stringify({
  components: [
    { key: 'name', label: '姓名', type: 'textfield', validate: { required: true } },
    {
      type: 'group',
      components: [
        { key: 'sex', type: 'radio', values: [{ label: '男', value: 'm' }, { value: 'f' }] },
      ],
    },
    { type: 'text', text: '# 说明' },
  ],
  type: 'default',
});

export const CAMUNDA_8 = `${head('xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" xmlns:modeler="http://camunda.org/schema/modeler/1.0" modeler:executionPlatform="Camunda Cloud"')}
<message id="m" name="=&quot;paid-&quot; + region"><extensionElements><zeebe:subscription correlationKey="=order.id"/></extensionElements></message>
<process id="p" isExecutable="true"><extensionElements><zeebe:userTaskForm id="f">${FORM.replaceAll('"', '&quot;')}</zeebe:userTaskForm><zeebe:versionTag value="1"/></extensionElements>
<startEvent id="s"/>${flow('s', 'u')}
<userTask id="u"><extensionElements><zeebe:userTask/><zeebe:formDefinition formId="f" bindingType="deployment"/><zeebe:assignmentDefinition assignee="=who" candidateGroups="=[&quot;clerk&quot;]"/><zeebe:taskSchedule dueDate="=now() + duration(&quot;P5D&quot;)" followUpDate=""/><zeebe:priorityDefinition priority="=50"/>
<zeebe:ioMapping><zeebe:input source="=order.total * 2" target="a.b"/><zeebe:input source="static" target="a.c"/><zeebe:output source="=outcome" target="status"/></zeebe:ioMapping></extensionElements></userTask>
${flow('u', 'job')}
<serviceTask id="job"><extensionElements><zeebe:taskDefinition type="=kind" retries="3"/><zeebe:taskHeaders><zeebe:header key="k" value="v"/></zeebe:taskHeaders><zeebe:executionListeners><zeebe:executionListener eventType="start" type="t"/></zeebe:executionListeners></extensionElements>
<multiInstanceLoopCharacteristics><extensionElements><zeebe:loopCharacteristics inputCollection="=items" inputElement="item" outputCollection="results" outputElement="=item.price * 2"/></extensionElements><completionCondition xsi:type="tFormalExpression">=count(results) &gt; 2</completionCondition></multiInstanceLoopCharacteristics></serviceTask>
<boundaryEvent id="late" attachedToRef="job"><timerEventDefinition><timeDuration xsi:type="tFormalExpression">=duration("PT1H")</timeDuration></timerEventDefinition></boundaryEvent>
${flow('late', 'e')}${flow('job', 'x')}
<inclusiveGateway id="x" default="x-sc"/>${flow('x', 'call', '<conditionExpression xsi:type="tFormalExpression">=status = "ok" and results[1] &gt; 3</conditionExpression>')}${flow('x', 'sc')}
<scriptTask id="sc"><extensionElements><zeebe:script expression="={a: 1, b: a + 1}.b" resultVariable="n"/></extensionElements></scriptTask>
<businessRuleTask id="rule"><extensionElements><zeebe:calledDecision decisionId="fee" resultVariable="fee" bindingType="latest"/></extensionElements></businessRuleTask>
<callActivity id="call"><extensionElements><zeebe:calledElement processId="q" propagateAllChildVariables="false" propagateAllParentVariables="false"/><zeebe:ioMapping><zeebe:input source="=n" target="n"/><zeebe:output source="=n" target="n"/></zeebe:ioMapping></extensionElements></callActivity>
${flow('sc', 'rule')}${flow('rule', 'wait')}${flow('call', 'hoc')}
<adHocSubProcess id="hoc" cancelRemainingInstances="false"><extensionElements><zeebe:adHoc activeElementsCollection="=[&quot;h1&quot;]"/></extensionElements><task id="h1"/><task id="h2"/><completionCondition xsi:type="tFormalExpression">=done</completionCondition></adHocSubProcess>
${flow('hoc', 'e')}
<intermediateCatchEvent id="wait"><extensionElements><zeebe:ioMapping><zeebe:output source="=paid" target="paid"/></zeebe:ioMapping></extensionElements><messageEventDefinition messageRef="m"/></intermediateCatchEvent>${flow('wait', 'tell')}
<intermediateThrowEvent id="tell"><extensionElements><zeebe:publishMessage correlationKey="=order.id" messageId="=1" timeToLive="=PT1H"/><zeebe:taskDefinition type="kafka"/></extensionElements><messageEventDefinition messageRef="m"/></intermediateThrowEvent>${flow('tell', 'e')}
<endEvent id="e"/></process>
<process id="q" isExecutable="true"><startEvent id="qs"><conditionalEventDefinition><condition xsi:type="tFormalExpression">=n &gt; 3</condition></conditionalEventDefinition></startEvent>${flow('qs', 'qe')}<endEvent id="qe"><terminateEventDefinition/></endEvent></process></definitions>`;
