import { hashModel, link, LinkError } from './index.js';
import type { Element, ProcessModel } from '../model/process.js';

const call = (id: string, calledElement: string, separate = false): Element => ({
  id,
  type: 'callActivity',
  calledElement,
  separate,
  incoming: [],
  outgoing: [],
  boundary: [],
  inputs: [],
  outputs: [],
});

const model = (id: string, ...elements: Element[]): ProcessModel => ({
  format: 1,
  id,
  body: {
    elements: Object.fromEntries(elements.map((element) => [element.id, element])),
    flows: [],
  },
  called: {},
});

const inner = model('inner');
const middle = model('middle', call('x', 'inner'));
const known = new Map([inner, middle].map((each) => [each.id, each]));
const resolve = (id: string) => known.get(id);

describe('linking', () => {
  it('gathers what is called directly and through another, but not cases of their own', () => {
    const main = model('main', call('a', 'middle'), call('b', 'other', true));
    expect(Object.keys(link(main, resolve).called)).toEqual(['middle', 'inner']);
  });

  it('ends where processes call each other', () => {
    const main = model('main', call('a', 'main'));
    expect(Object.keys(link(main, resolve).called)).toEqual(['main']);
  });

  it('names the call whose process is not to be had', () => {
    expect(() => link(model('main', call('a', 'nobody')), resolve)).toThrow(LinkError);
    expect(() => link(model('main', call('a', 'nobody')), resolve)).toThrow(/“a”.*“nobody”/);
  });
});

describe('the hash of a model', () => {
  it('does not depend on the order of properties, nor on properties without a value', () => {
    const { format, id, body, called } = middle;
    const same: ProcessModel = { called, body, id, name: undefined, format };
    expect(hashModel(same)).toBe(hashModel(middle));
  });

  it('changes with the content', () => {
    expect(hashModel(inner)).not.toBe(hashModel({ ...inner, name: '内' }));
  });

  it('never changes for the same content, for it is an address', () => {
    expect(hashModel(inner)).toBe(createdOnce);
  });
});

/** SHA-256 of `{"body":{"elements":{},"flows":[]},"called":{},"format":1,"id":"inner"}`. */
const createdOnce = '0e64aa83e9ad0e08ba5d0dfcd2f5f043783b5b8ab62013982548790d5d7948d2';
