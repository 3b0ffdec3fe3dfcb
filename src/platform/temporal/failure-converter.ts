/** Messages and stack traces of failures are encrypted too: they may quote what a person wrote. */
import { DefaultFailureConverter } from '@temporalio/common';

export const failureConverter = new DefaultFailureConverter({ encodeCommonAttributes: true });
