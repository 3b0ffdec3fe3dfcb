/** Node, and a picture of every open page where a test fails; `browser.ts` knows the pages. */
import { TestEnvironment } from 'jest-environment-node';

export default class BrowserTestEnvironment extends TestEnvironment {
  async handleTestEvent({ name, test }) {
    if (name === 'test_fn_failure') await this.global.pictureFailure?.(test.name);
  }
}
