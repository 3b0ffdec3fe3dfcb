/**
 * Makes the pages' types of the interface, web/src/api/schema.d.ts, where they are not those of the
 * present web/openapi.json. @returns whether it did
 */
export function makeTypes(): Promise<boolean>;
