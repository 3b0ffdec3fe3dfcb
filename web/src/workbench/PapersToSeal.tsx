/** The very words that are to be sealed, before whoever is to say whether they are. */
import { useQueries } from '@tanstack/react-query';
import { api } from '../api/endpoints.js';
import type { CaseDetail } from '../api/model.js';
import { useDocumentName } from '../portal/CaseDocuments.js';
import { Sheet } from '../portal/Sheet.js';
import { ErrorNotice, Loading } from '../shared/ui.js';

/** Before its seal: waiting for a word, or sent back to be mended. */
const TO_SEAL: ReadonlySet<string> = new Set(['awaiting-approval', 'returned']);

export default function PapersToSeal({ one }: { one: CaseDetail }) {
  const nameOf = useDocumentName();
  const drafts = one.documents.filter(({ state }) => TO_SEAL.has(state));
  const papers = useQueries({
    queries: drafts.map(({ id }) => ({
      queryKey: ['document', id],
      queryFn: () => api.document(id),
    })),
  });
  return (
    <div data-testid="papers-to-seal">
      {papers.map(({ data, error, isPending }, at) => (
        <div key={drafts[at]?.id}>
          {isPending && <Loading lines={7} />}
          <ErrorNotice error={error} />
          {data && <Sheet paper={data} name={nameOf(data)} heading="h2" />}
        </div>
      ))}
    </div>
  );
}
