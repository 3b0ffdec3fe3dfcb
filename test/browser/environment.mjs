/** Node, and a picture of every open page where a test fails; `browser.ts` knows the pages. */
import NativeEnvironment from '../../tools/test/native/environment.mjs';

export default class BrowserTestEnvironment extends NativeEnvironment {
  async handleTestEvent({ name, test }) {
    if (name === 'test_fn_failure') await globalThis.pictureFailure?.(test.name);
  }
}
