import { boundPrefixes, readable, xmlTree, expanded, type XmlElement } from './index.js';
import { withOnePrefixEach } from './prefixes.js';

const MODEL = 'http://www.omg.org/spec/BPMN/20100524/MODEL';
const XSI = 'http://www.w3.org/2001/XMLSchema-instance';

/** Names by their URIs, in order. */
function names(xml: string): string[] {
  const found: string[] = [];
  const visit = (element: XmlElement): void => {
    found.push(expanded(element.name, element.scope));
    for (const name of Object.keys(element.attributes))
      if (!/^xmlns(:|$)/.test(name)) found.push(`@${expanded(name, element.scope, true)}`);
    element.children.forEach(visit);
  };
  const root = xmlTree(xml);
  if (root) visit(root);
  return found;
}

describe('a prefix', () => {
  it.each([
    `<definitions xmlns="${MODEL}" xmlns:v="urn:v"><v:a v:b="1"/></definitions>`,
    `<b:definitions xmlns:b="${MODEL}"><b:task xmlns:v="urn:v"><v:a/></b:task><b:task xmlns:v="urn:v"/></b:definitions>`,
  ])('that means one URI everywhere is left alone: %s', (xml) => {
    expect(withOnePrefixEach(xml)).toBe(xml);
  });

  it.each([
    `<definitions xmlns="${MODEL}"><task><a xmlns="urn:v" b="1"><c/></a></task></definitions>`,
    `<b:definitions xmlns:b="${MODEL}" xmlns="urn:v"><b:task><a/></b:task></b:definitions>`,
    `<definitions xmlns="${MODEL}" xmlns:v="urn:w"><v:x/><task xmlns:v="urn:v"><v:a v:b="1"/></task><v:y/></definitions>`,
    `<b:definitions xmlns:b="${MODEL}"><b:task><x:a xmlns:x="${MODEL}" xmlns:b="urn:v"><b:c/></x:a></b:task></b:definitions>`,
    `<definitions xmlns="${MODEL}"><a xmlns="urn:a&amp;b"/></definitions>`,
    `<definitions xmlns="${MODEL}" xmlns:n0="urn:z"><a xmlns="urn:v"/><n0:b/></definitions>`,
  ])('that means several is written as several: %s', (xml) => {
    const written = withOnePrefixEach(xml);
    expect(names(written)).toEqual(names(xml));
    const all = [...boundPrefixes(written).values()].flat();
    expect(new Set(all).size).toBe(all.length);
    expect(all).not.toContain('');
    expect(withOnePrefixEach(written)).toBe(written);
  });

  it('goes with names of types', () => {
    const xml = `<definitions xmlns="${MODEL}" xmlns:xsi="${XSI}"><e xsi:type="tFormalExpression" a="tX"/><f xmlns="urn:v"/></definitions>`;
    expect(withOnePrefixEach(xml)).toMatch(/<(n\d+):e xsi:type="\1:tFormalExpression" a="tX"\/>/);
  });

  it('does not stand where there is no namespace', () => {
    const xml = `<d:definitions xmlns:d="${MODEL}" xmlns="urn:v"><a xmlns=""><b/></a><c/></d:definitions>`;
    const written = readable(xml);
    const [none] = boundPrefixes(written).get('urn:onestop:no-namespace') ?? [];
    expect(written).toContain(`<${none}:a ><${none}:b/></${none}:a>`);
  });
});
