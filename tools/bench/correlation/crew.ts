/** Workers and relays in processes of their own, killed without warning and started again. */
import { spawn, type ChildProcess } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { builtProgram } from '../../build/program.mjs';
import { ROOT } from '../../start/settings.js';

const PROGRAMS = ['src/main-worker.ts', 'tools/bench/correlation/relay.ts'];

export interface Crew {
  /**
   * Kills one process after the other until `most` were, then lets the others work until `done`. All have
   * worked for `every` ms before one of them is killed: a machine on which programs start slowly loses
   * time, but always has one of each at work.
   * @returns how many were killed
   * @throws Error when one ends that nobody killed
   */
  killUntil(done: () => Promise<boolean>, every: number, most: number): Promise<number>;
  /** How many were so far. */
  readonly killed: number;
  stop(): Promise<void>;
}

interface Member {
  program: string;
  child: ChildProcess;
  /** It has said that it works; one killed before that would never do anything. */
  ready: boolean;
}

/** Starts two processes of each program, so that one is left when the other is killed. */
export async function startCrew(env: NodeJS.ProcessEnv): Promise<Crew> {
  const files = new Map<string, string>();
  for (const program of PROGRAMS) files.set(program, await builtProgram(program));
  const start = (program: string): Member => {
    const child = spawn(process.execPath, [files.get(program)!], {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 2],
      env: { ...process.env, ...env },
    });
    const member: Member = { program, child, ready: false };
    child.stdout!.once('data', () => (member.ready = true));
    child.once(
      'exit',
      (code) => code !== null && (fault ??= `${program} ended by itself: ${code}`),
    );
    return member;
  };
  const members = [...PROGRAMS, ...PROGRAMS].map(start);
  let killed = 0;
  let fault: string | undefined;
  const kill = async ({ child }: Member) => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const exited = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await exited;
  };
  return {
    get killed() {
      return killed;
    },
    async killUntil(done, every, most) {
      while (!(await done())) {
        await pause(every);
        if (fault !== undefined) throw new Error(fault);
        if (killed === most || members.some(({ ready }) => !ready)) continue;
        const place = killed % members.length;
        await kill(members[place]!);
        members[place] = start(members[place]!.program);
        killed += 1;
      }
      return killed;
    },
    async stop() {
      await Promise.all(members.map(kill));
    },
  };
}
