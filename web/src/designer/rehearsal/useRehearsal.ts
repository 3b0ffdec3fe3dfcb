/** A rehearsal: the script so far, and how the process stands after it. */
import { useQuery } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import {
  heldByItself,
  rehearse,
  type Scene,
  type Script,
  type ScriptStep,
  type Verdict,
} from '../../../../bpmn/conformance/index.js';
import type { ProcessModel } from '../../../../bpmn/model/process.js';
import { api } from '../../api/endpoints.js';
import type { Variables } from './values.js';

export interface Drawn {
  /** Another number after each change. */
  change: number;
  xml: () => Promise<string>;
}

interface Course {
  start: Variables;
  steps: ScriptStep[];
}

const NO_SCENES: Scene[] = [];
const NOTHING: Course = { start: {}, steps: [] };

/** @param process id of the one it begins with */
export function useRehearsal(process: string, { change, xml }: Drawn) {
  const [course, setCourse] = useState<Course>(NOTHING);
  const models = useQuery({
    queryKey: ['processes', 'rehearsal', process, change],
    queryFn: async () => {
      const answer = await api.rehearseProcess(await xml(), process);
      return answer.models as unknown as ProcessModel[];
    },
    retry: false,
    gcTime: 0,
    placeholderData: (before) => before,
  });
  const [model, ...pools] = models.data ?? [];
  const script: Script | undefined = model && {
    process: model.id,
    hold: heldByItself([model, ...pools]),
    variables: course.start,
    steps: course.steps,
  };
  const played = useQuery({
    queryKey: ['processes', 'rehearsal', process, 'played', models.dataUpdatedAt, course],
    queryFn: () => rehearse(model!, script!, pools),
    enabled: script !== undefined,
    retry: false,
    gcTime: 0,
    placeholderData: (before) => before,
  });
  const { verdict, scenes = NO_SCENES } = played.data ?? {};
  return {
    script,
    steps: course.steps,
    scenes,
    scene: scenes.at(-1) as Scene | undefined,
    verdict: verdict as Verdict | undefined,
    busy: models.isFetching || played.isFetching,
    error: models.error ?? played.error,
    act: useCallback(
      (step: ScriptStep) => setCourse((before) => ({ ...before, steps: [...before.steps, step] })),
      [],
    ),
    back: () => setCourse(({ steps, ...before }) => ({ ...before, steps: steps.slice(0, -1) })),
    /** Anew, with what the case knows when it begins. */
    begin: (start: Variables) => setCourse({ start, steps: [] }),
    /** What a kept test does; what it expects is seen anew. */
    load: ({ variables = {}, steps }: Script) =>
      setCourse({ start: variables, steps: steps.filter((step) => !('expect' in step)) }),
  };
}

export type Rehearsing = ReturnType<typeof useRehearsal>;
