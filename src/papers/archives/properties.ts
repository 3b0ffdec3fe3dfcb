/** 四性: what an archive demands of a package (GB/T 42727-2023), looked at where it is made and where it is taken in. */

export const PROPERTIES = ['authenticity', 'integrity', 'usability', 'security'] as const;
export type Property = (typeof PROPERTIES)[number];

export interface Finding {
  property: Property;
  /** digest, missing, unlisted, metadata, follows, document, licence, material, part, seal, unreadable, unsafe, refused */
  code: string;
  message: string;
}

export interface PropertyCheck {
  property: Property;
  passed: boolean;
  /** What is wrong with it. */
  reasons: string[];
}

/** All four, each with what was found against it. */
export const checksFrom = (findings: readonly Finding[]): PropertyCheck[] =>
  PROPERTIES.map((property) => {
    const reasons = findings
      .filter((one) => one.property === property)
      .map(({ message }) => message);
    return { property, passed: reasons.length === 0, reasons };
  });
