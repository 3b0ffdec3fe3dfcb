/** The last resort of all that reads files: whatever goes wrong is a finding, and nothing is thrown. */
import type { Findings } from './findings.js';

/**
 * Reads; what is thrown is our mistake, for what may be wrong with a file is found where it is read.
 * It keeps the file from running, and says so.
 * @returns undefined where something was thrown
 */
export async function foreseen<T>(
  findings: Findings,
  read: () => T | Promise<T>,
): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    const cause = (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ');
    findings.error(
      'file-unforeseen',
      undefined,
      `读取文件时遇到没有预料到的内容，不予使用；请把文件交给平台的维护人员：${cause.slice(0, 200)}`,
    );
    return undefined;
  }
}
