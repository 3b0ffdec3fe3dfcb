/** A file that somebody chose, in whatever encoding it says. */
import { decodeXml } from '../../../bpmn/xml/index.js';
import { ApiError } from '../api/client.js';

/** @throws ApiError `encoding-unknown`, as the server would refuse it */
export async function xmlOf(file: Blob): Promise<string> {
  const decoded = decodeXml(new Uint8Array(await file.arrayBuffer()));
  if ('text' in decoded) return decoded.text;
  throw new ApiError(422, decoded.refusal.rule, decoded.refusal.message);
}
