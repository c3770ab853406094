import { setTimeout as pause } from 'node:timers/promises';
import { findCluster } from '../../src/db/postgres/cluster.ts';
import { killServer } from '../kill.ts';
import type { App } from './app.ts';
import type { Stage } from './stage.ts';

const LONGEST_LIFE_MS = 400;
/** This share of the kills comes while the process is still starting. */
const DURING_START = 0.2;
const LONGEST_START_MS = 1_200;
const RECOVERY_PATIENCE_MS = 30_000;

export interface Fire {
  readonly random: () => number;
  /** Asked before each kill. */
  readonly goOn: (kills: number) => boolean;
  /** The numbers of kills of the service after which its whole database server is killed too. */
  readonly serverKillsAfter?: readonly number[];
  /** Resolves when a service that is ready is to be killed. Default: at random within 400 ms. */
  readonly moment?: () => Promise<unknown>;
  /** Called at the moment of each kill. */
  readonly onKill?: () => void;
}

export interface Damage {
  kills: number;
  /** From each death of the database server until the service, left alone, answered with data from it again. */
  recoveryMs: number[];
}

/** Sends SIGKILL to the service again and again, and leaves it running at the end. */
export async function setFire({ app, dataDir }: Pick<Stage, 'app' | 'dataDir'>, fire: Fire): Promise<Damage> {
  const { random, onKill = () => {}, serverKillsAfter = [] } = fire;
  const moment = fire.moment ?? (() => pause(random() * LONGEST_LIFE_MS));
  const kill = () => {
    onKill();
    return app.kill();
  };
  const damage: Damage = { kills: 0, recoveryMs: [] };
  for (; fire.goOn(damage.kills); damage.kills += 1) {
    if (serverKillsAfter.includes(damage.kills)) damage.recoveryMs.push(await killItsServer(app, dataDir));
    const ready = app.start();
    const due = random() < DURING_START ? pause(random() * LONGEST_START_MS) : ready.then(moment);
    const killed = due.then(kill);
    await Promise.all([ready, killed]);
  }
  await app.start();
  return damage;
}

async function killItsServer(app: App, dataDir: string): Promise<number> {
  await app.start();
  await pause(LONGEST_LIFE_MS);
  const killedAt = performance.now();
  killServer(findCluster(dataDir)!.dir);
  await untilReady(app);
  const recoveryMs = Math.round(performance.now() - killedAt);
  await pause(LONGEST_LIFE_MS);
  await app.kill();
  return recoveryMs;
}

async function untilReady(app: App): Promise<void> {
  const deadline = performance.now() + RECOVERY_PATIENCE_MS;
  for (;;) {
    const answer = await fetch(`${app.url}/readyz`).catch(() => undefined);
    if (answer?.ok) return;
    if (performance.now() > deadline) throw new Error('The service does not recover from the death of its database.');
    await pause(20);
  }
}
