/**
 * Jest's environment for tests that are loaded by Node itself (`runtime.cjs`): what the matchers compare
 * with (`expect.any(String)`) must be the very classes the tests have.
 */
import { TestEnvironment } from 'jest-environment-node';

const SHARED =
  'Array BigInt Boolean Date Error Function Map Number Object Promise RegExp Set String Symbol';

export default class NativeEnvironment extends TestEnvironment {
  constructor(config, context) {
    super(config, context);
    for (const name of SHARED.split(' ')) this.global[name] = globalThis[name];
  }
}
