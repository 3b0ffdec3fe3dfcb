/** The smallest process one can begin with: start → one task → end. */
const SHAPES = `
    <bpmndi:BPMNPlane id="plane" bpmnElement="PROCESS">
      <bpmndi:BPMNShape id="start_di" bpmnElement="start"><dc:Bounds x="160" y="160" width="36" height="36" /></bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="handle_di" bpmnElement="handle"><dc:Bounds x="260" y="138" width="120" height="80" /></bpmndi:BPMNShape>
      <bpmndi:BPMNShape id="finished_di" bpmnElement="finished"><dc:Bounds x="450" y="160" width="36" height="36" /></bpmndi:BPMNShape>
      <bpmndi:BPMNEdge id="flow_1_di" bpmnElement="flow_1"><di:waypoint x="196" y="178" /><di:waypoint x="260" y="178" /></bpmndi:BPMNEdge>
      <bpmndi:BPMNEdge id="flow_2_di" bpmnElement="flow_2"><di:waypoint x="380" y="178" /><di:waypoint x="450" y="178" /></bpmndi:BPMNEdge>
    </bpmndi:BPMNPlane>`;

const escape = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** @param id ASCII, as the whole file's ids must be */
export function newProcessXml(id: string, name: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:onestop="urn:onestop:bpmn:1" id="definitions_${id}" targetNamespace="urn:onestop:processes">
  <bpmn:process id="${id}" name="${escape(name)}" isExecutable="true">
    <bpmn:startEvent id="start" name="开始"><bpmn:outgoing>flow_1</bpmn:outgoing></bpmn:startEvent>
    <bpmn:userTask id="handle" name="承办" onestop:level="county" onestop:role="handler"><bpmn:incoming>flow_1</bpmn:incoming><bpmn:outgoing>flow_2</bpmn:outgoing></bpmn:userTask>
    <bpmn:endEvent id="finished" name="办结"><bpmn:incoming>flow_2</bpmn:incoming></bpmn:endEvent>
    <bpmn:sequenceFlow id="flow_1" sourceRef="start" targetRef="handle" />
    <bpmn:sequenceFlow id="flow_2" sourceRef="handle" targetRef="finished" />
  </bpmn:process>
  <bpmndi:BPMNDiagram id="diagram">${SHAPES.replace('PROCESS', id)}
  </bpmndi:BPMNDiagram>
</bpmn:definitions>
`;
}

/** Id and name of the first process in a file; null when there is none. */
export function processIn(xml: string): { id: string; name: string } | null {
  const file = new DOMParser().parseFromString(xml, 'application/xml');
  if (file.querySelector('parsererror')) return null;
  const process = file.getElementsByTagNameNS('*', 'process')[0];
  const id = process?.getAttribute('id');
  return id ? { id, name: process?.getAttribute('name') ?? id } : null;
}
