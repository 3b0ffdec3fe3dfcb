/** Where the program made of an entry lies. */
export function programFile(entry: string): string;

/** Whether the program is made of the present sources. */
export function isBuilt(entry: string): boolean;

/**
 * The program made of an entry (a path in the project), made anew only when something it is made
 * of changed. @returns its file @throws Error when it cannot be compiled
 */
export function builtProgram(entry: string): Promise<string>;
