import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../test/support/free_port.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const STOP_PATIENCE_MS = 15_000;
const KEPT_WORDS = 4_000;

/** The service as a user runs it: builds it first, then returns what `npm start` starts. */
export function built(): readonly string[] {
  execFileSync('npm', ['run', '-s', 'build'], { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'] });
  return ['dist/main.js'];
}

/** A program of the source tree that needs no build, such as 'src/main.ts'. */
export function fromSource(program: string): readonly string[] {
  return ['--import', 'tsx', program];
}

export interface AppPlan {
  /** Arguments of node, relative to the project. */
  readonly program: readonly string[];
  readonly dataDir: string;
  /** Besides DATA_DIR, HOST and PORT. */
  readonly env: Readonly<Record<string, string>>;
}

/** The service as a process of its own, which can be killed and started again on the same data and port. */
export interface App {
  readonly url: string;
  /** Resolves when it is ready, or if it is killed before; throws its last words if it ended by itself. */
  start(): Promise<void>;
  /** Sends SIGKILL. Resolves when the process is gone. */
  kill(): Promise<void>;
  /** Sends SIGTERM, as an operator would. Returns its exit code; null if it had to be killed. */
  stop(): Promise<number | null>;
}

export async function appFor({ program, dataDir, env }: AppPlan): Promise<App> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const settings = { DATA_DIR: dataDir, HOST: '127.0.0.1', PORT: String(port), ...env };
  let child: ChildProcess | undefined;
  // however this process ends, the one that it started ends too
  process.on('exit', () => child?.kill('SIGKILL'));

  async function start(): Promise<void> {
    child = spawn(process.execPath, program, { cwd: ROOT, env: cleanEnvironment(settings), stdio: 'pipe' });
    await readyOrKilled(child, url);
  }

  async function end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> {
    if (!child || isGone(child)) return child?.exitCode ?? null;
    const gone = once(child, 'exit');
    child.kill(signal);
    await gone;
    return child.exitCode;
  }

  async function stop(): Promise<number | null> {
    const impatient = setTimeout(() => child?.kill('SIGKILL'), STOP_PATIENCE_MS);
    const code = await end('SIGTERM');
    clearTimeout(impatient);
    return code;
  }

  const kill = async () => {
    await end('SIGKILL');
  };
  return { url, start, kill, stop };
}

/** When it accepts requests, its banner says where it listens. */
async function readyOrKilled(child: ChildProcess, url: string): Promise<void> {
  const said: Buffer[] = [];
  child.stderr?.on('data', (words: Buffer) => said.push(words));
  await Promise.race([isSaid(child, url), once(child, 'exit')]);
  if (child.exitCode === null) return;
  throw new Error(`The service ended by itself: ${Buffer.concat(said).toString().slice(-KEPT_WORDS)}`);
}

/** Keeps reading afterwards, so that its log does not fill the pipe. */
function isSaid(child: ChildProcess, words: string): Promise<void> {
  let printed = '';
  return new Promise((resolve) => {
    child.stdout?.on('data', (piece: Buffer) => {
      if (printed.includes(words)) return;
      printed += piece.toString();
      if (printed.includes(words)) resolve();
    });
  });
}

const isGone = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;

/** Variables set in the shell of whoever runs this must not reach the service. */
function cleanEnvironment(settings: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR, TZ } = process.env;
  return { ...(PATH && { PATH }), ...(HOME && { HOME }), ...(TMPDIR && { TMPDIR }), ...(TZ && { TZ }), ...settings };
}
