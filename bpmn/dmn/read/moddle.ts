/** dmn-moddle knows DMN 1.3; what later versions added to it is told here. */
import { DmnModdle } from 'dmn-moddle';
import known from 'dmn-moddle/resources/dmn/json/dmn13.json' with { type: 'json' };

interface Property {
  name: string;
  type: string;
  isAttr?: true;
  isMany?: true;
  xml?: { serialize: 'property' };
}

const within = (name: string): Property => ({
  name,
  type: 'ChildExpression',
  xml: { serialize: 'property' },
});

const iterator = (name: string, body: string) => ({
  name,
  superClass: ['Expression'],
  properties: [
    { name: 'iteratorVariable', type: 'String', isAttr: true },
    within('in'),
    within(body),
  ],
});

/** Boxed expressions of DMN 1.4. */
const added = [
  {
    name: 'ChildExpression',
    superClass: ['DMNElement'],
    properties: [
      { name: 'typeRef', type: 'String', isAttr: true },
      { name: 'value', type: 'Expression' },
    ],
  },
  {
    name: 'Conditional',
    superClass: ['Expression'],
    properties: [within('if'), within('then'), within('else')],
  },
  { name: 'Filter', superClass: ['Expression'], properties: [within('in'), within('match')] },
  iterator('For', 'return'),
  iterator('Some', 'satisfies'),
  iterator('Every', 'satisfies'),
];

/** DMN 1.5: what the values of a type's elements must meet. */
const constraint = { name: 'typeConstraint', type: 'UnaryTests', xml: { serialize: 'property' } };

const types = (known.types as { name: string; properties?: unknown[] }[]).map((type) =>
  type.name === 'ItemDefinition'
    ? { ...type, properties: [...(type.properties ?? []), constraint] }
    : type,
);

/** A reader of DMN 1.1 to 1.5. */
export const dmnModdle = (): DmnModdle =>
  new DmnModdle({ dmn: { ...known, types: [...types, ...added] } });
