import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BpmnModdle } from 'bpmn-moddle';
import fc from 'fast-check';
import { expanded, keepExtensions, xmlTree, type XmlElement } from './index.js';

interface Meaning {
  name: string;
  attributes: [string, string][];
  content: string;
  children: Meaning[];
}

/** To the letter, but for prefixes, the order of attributes and blanks between elements. */
function meaning(element: XmlElement, xml: string): Meaning {
  const { start, end } = element.inside ?? { start: 0, end: 0 };
  // Where text stands among the children matters: each child is a mark in it.
  let content = xml.slice(start, end);
  for (const child of [...element.children].reverse())
    content = `${content.slice(0, child.start - start)}<>${content.slice(child.end - start)}`;
  const mixed = element.children.length > 0;
  return {
    name: expanded(element.name, element.scope),
    attributes: Object.entries(element.attributes)
      .filter(([name]) => !/^xmlns(:|$)/.test(name))
      .map(([name, value]): [string, string] => [expanded(name, element.scope, true), value])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
    content: mixed ? content.replace(/>\s+|\s+</g, (blank) => blank.trim()).trim() : content,
    children: element.children.map((child) => meaning(child, xml)),
  };
}

/** All extension elements of a file, by the id of their holder where it has one. */
function extensions(xml: string): Record<string, Meaning[]> {
  const found: Record<string, Meaning[]> = {};
  const visit = (element: XmlElement, holder: string): void => {
    if (/(^|:)extensionElements$/.test(element.name))
      (found[holder] ??= []).push(meaning(element, xml));
    else for (const child of element.children) visit(child, element.attributes['id'] ?? holder);
  };
  const root = xmlTree(xml);
  if (root) visit(root, '');
  return found;
}

async function roundTrip(xml: string): Promise<string> {
  const moddle = new BpmnModdle();
  const { rootElement } = await moddle.fromXML(xml);
  return keepExtensions(xml, (await moddle.toXML(rootElement, { format: true })).xml);
}

const file = (inside: string) =>
  `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:v="urn:v" xmlns:w="urn:w" id="d" targetNamespace="urn:t"><process id="p"><extensionElements>${inside}</extensionElements><task id="t"><extensionElements><v:a v:b="1" b="2" w:c="3"/></extensionElements></task></process></definitions>`;

describe('extension elements of unknown namespaces', () => {
  it.each([
    '<v:a>text<v:b/>tail</v:a>',
    '<v:a v:x="1" x="1" w:x="2">  padded\n text </v:a>',
    '<v:a><![CDATA[<x>&amp;</x>]]></v:a>',
    '<v:a xml:space="preserve"> </v:a>',
    '<v:a xmlns="urn:default"><g h="1"><i/></g></v:a>',
    '<late:a xmlns:late="urn:late" late:b="&lt;&#10;"/>',
    '<!-- said --><v:a/>',
    '<v:task id="zz"><v:incoming>q</v:incoming></v:task>',
  ])('survive a round trip: %s', async (inside) => {
    const xml = file(inside);
    const saved = await roundTrip(xml);
    expect(saved).toContain(inside);
    expect(extensions(saved)).toEqual(extensions(xml));
  });

  it('survive whatever they are', async () => {
    const name = fc.constantFrom('v:a', 'v:b', 'w:a', 'w:item');
    const value = fc
      .stringMatching(/^[a-z <>&"é漢]{0,6}$/u)
      .map((text) =>
        text
          .replace(/&/g, '&amp;')
          .replace(/</g, '&lt;')
          .replace(/"/g, '&quot;')
          .replace(/>/g, '&gt;'),
      );
    const { element } = fc.letrec<{ element: string }>((tie) => ({
      element: fc
        .tuple(
          name,
          fc.uniqueArray(fc.tuple(fc.constantFrom('k', 'v:k', 'w:k'), value), {
            selector: ([key]) => key,
            maxLength: 3,
          }),
          fc.array(fc.oneof({ depthSize: 'small' }, value, tie('element')), { maxLength: 3 }),
        )
        .map(
          ([tag, attributes, content]) =>
            `<${tag}${attributes.map(([key, text]) => ` ${key}="${text}"`).join('')}>${content.join('')}</${tag}>`,
        ),
    }));
    await fc.assert(
      fc.asyncProperty(element, async (inside) => {
        const xml = file(inside);
        expect(extensions(await roundTrip(xml))).toEqual(extensions(xml));
      }),
      { numRuns: 60 },
    );
  });

  it('stay changed where somebody changed them', () => {
    const saved = file('<v:a>new</v:a>');
    expect(keepExtensions(file('<v:a>old</v:a>'), saved)).toBe(saved);
    expect(keepExtensions('nonsense', saved)).toBe(saved);
  });

  const folder = process.env.MIWG_DIR ?? '';
  it('of the reference models survive too, where MIWG_DIR holds them', async () => {
    const names = existsSync(folder) ? await readdir(folder) : [];
    for (const name of names.filter((one) => one.endsWith('.bpmn'))) {
      const xml = await readFile(join(folder, name), 'utf8');
      const [saved, found] = [extensions(await roundTrip(xml)), extensions(xml)];
      const lost = Object.keys(found).filter(
        (id) => JSON.stringify(saved[id]) !== JSON.stringify(found[id]),
      );
      expect({ name, lost }).toEqual({ name, lost: [] });
    }
  }, 60_000);
});
