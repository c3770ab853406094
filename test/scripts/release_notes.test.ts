import { describe, expect, it } from 'vitest';
import { formatRelease, nextVersion } from '../../scripts/release_notes.ts';

const DAY = new Date('2026-11-26T12:00:00Z');

describe('a release', () => {
  it('turns what is pending into a version under its day, above the earlier ones', () => {
    const notes = '# Release notes\n\n## Pending\n\n- New.\n\n## 0.1.0 (2026-01-01)\n\n- Old.\n';
    const expected =
      '# Release notes\n\n## Pending\n\n## 0.2.0 (2026-11-26)\n\n- New.\n\n## 0.1.0 (2026-01-01)\n\n- Old.\n';
    expect(formatRelease(notes, '0.2.0', DAY)).toBe(expected);
    expect(() => formatRelease(expected, '0.3.0', DAY)).toThrow('Nothing is pending');
  });

  it('works for the first version', () => {
    expect(formatRelease('# Release notes\n\n## Pending\n\n- First.\n', '0.1.0', DAY)).toContain(
      '## Pending\n\n## 0.1.0 (2026-11-26)\n\n- First.\n',
    );
  });

  it('counts the part that is named, and asks for one', () => {
    expect(['major', 'minor', 'patch'].map((part) => nextVersion('1.2.3', part))).toEqual(['2.0.0', '1.3.0', '1.2.4']);
    expect(() => nextVersion('1.2.3', '')).toThrow('major, minor or patch');
  });
});
