/** What the fields of an item are called for people, by the one declaration of each. */
interface Declared {
  description?: string;
  type?: unknown;
}

export interface NamedField {
  /** Chinese; the field itself where it says nothing of itself. */
  name: string;
  /** Of what shape it is, or the things in it; null = plain. */
  shape: object | null;
}

/** A field of a shape by its property; null shape = nothing is known of what is in it. */
export function fieldOf(shape: object | null, property: string): NamedField {
  const { description, type } = declared(shape, property);
  const [inner] = [type].flat();
  const isShape = typeof inner === 'function' && Reflect.hasMetadata(MEMBERS, prototypeOf(inner));
  return { name: description ?? property, shape: isShape ? prototypeOf(inner) : null };
}

/** Where Nest's decorators note the members of a class. */
const MEMBERS = 'swagger/apiModelPropertiesArray';

const prototypeOf = (type: unknown): object => (type as { prototype: object }).prototype;

const declared = (shape: object | null, property: string): Declared =>
  (shape &&
    (Reflect.getMetadata('swagger/apiModelProperties', shape, property) as Declared | undefined)) ||
  {};
