/** An act of the register: pressed twice it is done once; what it may have changed is read anew. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { newKey } from '../api/client.js';

/** @param act gets the key of this form; another key only after it was done */
export function useAct<Asked, Result>(
  act: (asked: Asked, key: string) => Promise<Result>,
  done: (result: Result) => void,
) {
  const queries = useQueryClient();
  const key = useRef(newKey());
  return useMutation({
    mutationFn: (asked: Asked) => act(asked, key.current),
    onSuccess: async (result: Result) => {
      key.current = newKey();
      await queries.invalidateQueries({ queryKey: ['register'] });
      done(result);
    },
    // A refused act is another act once it is mended.
    onError: () => {
      key.current = newKey();
    },
  });
}
