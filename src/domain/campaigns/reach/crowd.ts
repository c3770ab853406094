/** So many hashes are kept: of fewer people all, so that they are told apart exactly; of more a share can be told to a few percent. */
export const SAMPLE = 400;

/** So far an audience may have moved since it was shown: two people, or a tenth of them. */
const TOLERANCE = { people: 2, share: 0.1 };

/** Who an audience was at a moment, told by little: how many, and the smallest of their hashes. */
export interface Crowd {
  people: number;
  /** 64-bit numbers as text, the smallest first. */
  sample: string[];
}

/**
 * How many are in one crowd and not in the other. Exact where both are small; else by the share of those whose hashes lie within both
 * samples.
 */
export function between(before: Crowd, now: Crowd): { added: number; gone: number } {
  const last = ({ sample }: Crowd) => (sample.length < SAMPLE ? undefined : BigInt(sample.at(-1)!));
  const ends = [last(before), last(now)].filter((end) => end !== undefined);
  const end = ends.length > 0 ? ends.reduce((one, other) => (one < other ? one : other)) : undefined;
  const within = ({ sample }: Crowd) =>
    new Set(end === undefined ? sample : sample.filter((one) => BigInt(one) <= end));
  const [old, current] = [within(before), within(now)];
  const stayed = [...current].filter((one) => old.has(one)).length;
  const scaled = (count: number, crowd: Crowd, of: Set<string>) =>
    end === undefined ? count : Math.round((count * crowd.people) / Math.max(1, of.size));
  return {
    added: scaled(current.size - stayed, now, current),
    gone: scaled(old.size - stayed, before, old),
  };
}

/** Whether so many more or fewer are meant than were shown that the owner has to be asked. */
export const movedFar = (count: number, shown: number): boolean =>
  count > Math.max(TOLERANCE.people, shown * TOLERANCE.share);

/** Whether it would go to noticeably other people than were shown. */
export function isOther(before: Crowd, now: Crowd): boolean {
  const { added, gone } = between(before, now);
  return movedFar(added, before.people) || movedFar(gone, before.people);
}
