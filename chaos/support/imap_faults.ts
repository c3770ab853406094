import { setTimeout as pause } from 'node:timers/promises';
import type { Dovecot } from '../../test/support/dovecot.ts';
import type { App } from './app.ts';
import type { Line } from './line.ts';

export interface Scene {
  readonly app: App;
  readonly dovecot: Dovecot;
  readonly line: Line;
  readonly random: () => number;
}

export type FaultKind = keyof typeof faults;

/** The time in which mail could not be seen (ms since 1970). */
export interface Shadow {
  readonly kind: FaultKind;
  readonly from: number;
  readonly to: number;
}

const LONGEST_FREEZE_MS = 3_000;
/** Longer than the poller waits for an answer: it must have given up the connection. */
const LONG_FREEZE_MS = 40_000;
/** UIDVALIDITY is a time in seconds. */
const SECOND_MS = 1_100;

const faults = {
  poller: async ({ app, random }: Scene) => {
    await app.kill();
    await pause(random() * 500);
    await app.start();
  },
  restart: async ({ dovecot, random }: Scene) => {
    await dovecot.stop();
    await pause(random() * 1_000);
    await dovecot.start();
  },
  kill: async ({ dovecot, random }: Scene) => {
    await dovecot.kill();
    await pause(random() * 1_000);
    await dovecot.start();
  },
  freeze: async ({ dovecot, random }: Scene) => {
    dovecot.freeze();
    await pause(500 + random() * LONGEST_FREEZE_MS);
    dovecot.thaw();
  },
  longFreeze: async ({ dovecot }: Scene) => {
    dovecot.freeze();
    await pause(LONG_FREEZE_MS);
    dovecot.thaw();
  },
  uidValidity: async ({ dovecot }: Scene) => {
    await dovecot.stop();
    dovecot.forgetUids();
    await pause(SECOND_MS);
    await dovecot.start();
  },
  cut: async ({ line }: Scene) => line.cut(),
  /** New connections work at once: it is noticing that takes long */
  silence: async ({ line }: Scene) => line.hush(),
} satisfies Record<string, (scene: Scene) => Promise<void>>;

const EVERY_DAY: readonly FaultKind[] = ['poller', 'kill', 'uidValidity', 'freeze', 'restart', 'cut', 'poller'];

/** `count` faults in random order, among them one silent death of the line and one long freeze. */
export function planFaults(count: number, random: () => number): FaultKind[] {
  const common = Array.from({ length: count }, (_, at) => EVERY_DAY[at % EVERY_DAY.length]!);
  const plan = count < 4 ? common : [...common.slice(2), 'silence' as const, 'longFreeze' as const];
  return plan
    .map((kind) => ({ kind, place: random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ kind }) => kind);
}

export async function strike(kind: FaultKind, scene: Scene): Promise<Shadow> {
  const from = Date.now();
  await faults[kind](scene);
  return { kind, from, to: Date.now() };
}
