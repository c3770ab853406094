const PENDING = '## Pending';

/** The version after this one: `part` is 'major', 'minor' or 'patch'. Throws on anything else. */
export function nextVersion(version: string, part: string): string {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
  if (part === 'major') return `${major + 1}.0.0`;
  if (part === 'minor') return `${major}.${minor + 1}.0`;
  if (part === 'patch') return `${major}.${minor}.${patch + 1}`;
  throw new Error('Say which: npm run release -- major, minor or patch');
}

/**
 * The pending part becomes this version, with its day (UTC); a new empty part for what comes next stands above it.
 * Throws if nothing is pending.
 */
export function formatRelease(notes: string, version: string, now: Date): string {
  const [before, after] = notes.split(`${PENDING}\n`);
  const end = after?.search(/^## /m) ?? -1;
  const pending = (end < 0 ? (after ?? '') : after!.slice(0, end)).trim();
  if (pending === '') throw new Error('Nothing is pending in RELEASE_NOTES.md.');
  const earlier = end < 0 ? '' : `\n${after!.slice(end)}`;
  return `${before}${PENDING}\n\n## ${version} (${now.toISOString().slice(0, 10)})\n\n${pending}\n${earlier}`;
}
