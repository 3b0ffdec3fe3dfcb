import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { BpmnModdle, type BpmnNode } from 'bpmn-moddle';
import { compile } from '../compiler/index.js';
import { drawable } from './index.js';

const FOLDER = fileURLToPath(new URL('../../test/conformance/', import.meta.url));
/** Every eighth of the diagrams of what is supported, none of which has a drawing. */
const files = (await readdir(FOLDER))
  .filter((name) => name.endsWith('.bpmn'))
  .sort()
  .filter((_name, index) => index % 8 === 0);

interface Bounds {
  x: number;
  y: number;
  width: number;
  height: number;
}
interface Drawn {
  element: BpmnNode;
  bounds?: Bounds;
  points?: { x: number; y: number }[];
}

/** Everything on the sheets of a file. */
async function drawn(xml: string): Promise<Drawn[]> {
  const { rootElement, warnings } = await new BpmnModdle().fromXML(xml);
  expect(warnings.filter(({ message }) => !/unknown|unresolved/.test(message))).toEqual([]);
  const diagrams = rootElement.get('diagrams') as BpmnNode[];
  return diagrams.flatMap((diagram) => {
    const plane = diagram.get('plane') as BpmnNode;
    return (plane.get('planeElement') as BpmnNode[]).map((item) => ({
      element: item.get('bpmnElement') as BpmnNode,
      bounds: item.get('bounds') as Bounds | undefined,
      points: item.get('waypoint') as Drawn['points'],
    }));
  });
}

const overlap = (one: Bounds, other: Bounds): boolean =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height;

const solid = ({ element }: Drawn): boolean =>
  !['bpmn:BoundaryEvent', 'bpmn:Lane', 'bpmn:Participant'].includes(element.$type);

function overlapping(items: readonly Drawn[]): string[] {
  const shapes = items.filter((item) => item.bounds && solid(item));
  return shapes.flatMap((one, index) =>
    shapes
      .slice(index + 1)
      .filter((other) => other.element.$parent === one.element.$parent)
      .filter((other) => overlap(one.bounds!, other.bounds!))
      .map((other) => `${one.element.id} ${other.element.id}`),
  );
}

describe('a file without a diagram', () => {
  it.each(files)('%s is drawn without changing what runs', async (name) => {
    const source = await readFile(`${FOLDER}${name}`, 'utf8');
    const { xml, laidOut } = await drawable(source);
    const before = await compile(source);
    if (before.models.length === 0) return;
    expect(laidOut).toBe(true);
    expect((await compile(xml)).models).toEqual(before.models);
    const items = await drawn(xml);
    expect(overlapping(items)).toEqual([]);
    const shown = items.map(({ element }) => element?.id);
    expect(new Set(shown).size).toBe(shown.length);
    await expect(drawable(xml)).resolves.toEqual({ xml, laidOut: false });
  });

  it('shows pools, lanes, open sub-processes, boundary events, data, notes and messages', async () => {
    const source = `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:v="urn:v" targetNamespace="urn:t">
      <collaboration><participant id="P" processRef="p" /><participant id="Q" /><messageFlow id="m" sourceRef="a" targetRef="Q" /></collaboration>
      <process id="p" v:kept="yes">
        <laneSet><lane id="outer"><childLaneSet><lane id="l1"><flowNodeRef>s</flowNodeRef><flowNodeRef>a</flowNodeRef></lane><lane id="l2"><flowNodeRef>sub</flowNodeRef></lane></childLaneSet></lane></laneSet>
        <startEvent id="s" /><task id="a"><dataInputAssociation id="dia"><sourceRef>d</sourceRef></dataInputAssociation></task>
        <subProcess id="sub"><startEvent id="is" /><task id="it" /><sequenceFlow sourceRef="is" targetRef="it" /></subProcess>
        <boundaryEvent id="b" attachedToRef="sub" /><task id="late" /><endEvent id="e" />
        <dataObjectReference id="d" /><sequenceFlow sourceRef="s" targetRef="a" /><sequenceFlow id="f2" sourceRef="a" targetRef="sub" />
        <sequenceFlow id="f3" sourceRef="sub" targetRef="e" /><sequenceFlow id="f4" sourceRef="b" targetRef="late" /><sequenceFlow id="back" sourceRef="late" targetRef="a" />
        <textAnnotation id="n"><text>x</text></textAnnotation><association id="as" sourceRef="n" targetRef="a" />
      </process></definitions>`;
    const { xml } = await drawable(source);
    const items = await drawn(xml);
    expect(overlapping(items)).toEqual([]);
    const shapes = Object.fromEntries(
      items.flatMap(({ element, bounds }) => (bounds ? [[element.id, bounds]] : [])),
    ) as Record<string, Bounds>;
    expect(Object.keys(shapes).sort()).toEqual(
      'P Q a b d e is it l1 l2 late n outer s sub'.split(' '),
    );
    expect(items.filter(({ points }) => points)).toHaveLength(9);
    const within = (inner: string, outer: string): boolean => {
      const [one, other] = [shapes[inner]!, shapes[outer]!];
      return (
        one.x >= other.x &&
        one.y >= other.y &&
        one.x + one.width <= other.x + other.width &&
        one.y + one.height <= other.y + other.height
      );
    };
    const pairs = ['s l1', 'a l1', 'sub l2', 'it sub', 'is sub', 'l1 outer', 'l2 outer', 'outer P'];
    expect(pairs.filter((pair) => !within(...(pair.split(' ') as [string, string])))).toEqual([]);
    expect(overlap(shapes.b!, shapes.sub!)).toBe(true);
    expect(xml).toContain('v:kept="yes"');
  });

  it('draws a loop of any length, and a long chain, without getting lost', async () => {
    const tasks = Array.from({ length: 1000 }, (_, index) => `<task id="t${index}" />`).join('');
    const flows = Array.from(
      { length: 1000 },
      (_, index) => `<sequenceFlow sourceRef="t${index}" targetRef="t${(index + 1) % 1000}" />`,
    ).join('');
    const source = `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="urn:t"><process id="p">${tasks}${flows}</process></definitions>`;
    expect(await drawn((await drawable(source)).xml)).toHaveLength(2000);
  });

  it('that cannot be read is given back as it is', async () => {
    await expect(drawable('nonsense')).resolves.toEqual({ xml: 'nonsense', laidOut: false });
  });
});
