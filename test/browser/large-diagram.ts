/** A process of so many tasks, one after another, drawn in rows. */
export function longProcess(id: string, tasks: number): string {
  const at = (task: number) => ({
    x: 160 + (task % 50) * 180,
    y: 100 + Math.floor(task / 50) * 140,
  });
  const shape = (element: string, x: number, y: number, width: number, height: number) =>
    `<bpmndi:BPMNShape id="${element}_di" bpmnElement="${element}"><dc:Bounds x="${x}" y="${y}" width="${width}" height="${height}"/></bpmndi:BPMNShape>`;
  const edge = (flow: string, from: [number, number], to: [number, number]) =>
    `<bpmndi:BPMNEdge id="${flow}_di" bpmnElement="${flow}"><di:waypoint x="${from[0]}" y="${from[1]}"/><di:waypoint x="${to[0]}" y="${to[1]}"/></bpmndi:BPMNEdge>`;
  const all = Array.from({ length: tasks }, (_, task) => task);
  const last = at(tasks - 1);
  const end: [number, number] = [last.x + 180, last.y + 40];
  const elements = all.map(
    (task) =>
      `<bpmn:userTask id="t${task}" name="环节 ${task}" onestop:level="county" onestop:role="handler" onestop:outcomes="ok=同意"><bpmn:incoming>f${task}</bpmn:incoming><bpmn:outgoing>f${task + 1}</bpmn:outgoing></bpmn:userTask>`,
  );
  const flows = [...all, tasks].map(
    (flow) =>
      `<bpmn:sequenceFlow id="f${flow}" sourceRef="${flow === 0 ? 's' : `t${flow - 1}`}" targetRef="${flow === tasks ? 'e' : `t${flow}`}"/>`,
  );
  const drawn = [
    shape('s', 60, 122, 36, 36),
    shape('e', end[0], end[1] - 18, 36, 36),
    ...all.map((task) => shape(`t${task}`, at(task).x, at(task).y, 120, 80)),
    edge('f0', [96, 140], [160, 140]),
    ...all.slice(1).map((task) => {
      const [before, after] = [at(task - 1), at(task)];
      return edge(`f${task}`, [before.x + 120, before.y + 40], [after.x, after.y + 40]);
    }),
    edge(`f${tasks}`, [last.x + 120, last.y + 40], end),
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:onestop="urn:onestop:bpmn:1" id="d" targetNamespace="urn:test">
<bpmn:process id="${id}" name="很长的流程" isExecutable="true"><bpmn:startEvent id="s"><bpmn:outgoing>f0</bpmn:outgoing></bpmn:startEvent>${elements.join('')}<bpmn:endEvent id="e"><bpmn:incoming>f${tasks}</bpmn:incoming></bpmn:endEvent>${flows.join('')}</bpmn:process>
<bpmndi:BPMNDiagram id="dd"><bpmndi:BPMNPlane id="pl" bpmnElement="${id}">${drawn.join('')}</bpmndi:BPMNPlane></bpmndi:BPMNDiagram></bpmn:definitions>`;
}
