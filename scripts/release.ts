import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { formatRelease, nextVersion } from './release_notes.ts';

// `npm run release -- minor` (or patch, major): the pending part of the release notes becomes a version, which is
// committed and tagged; nothing is pushed.
const git = (...args: string[]) => execFileSync('git', args, { encoding: 'utf8' }).trim();

if (git('status', '--porcelain') !== '') throw new Error('There are changes that are not committed.');
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
const version = nextVersion(manifest.version, process.argv[2] ?? '');
const notes = formatRelease(readFileSync('RELEASE_NOTES.md', 'utf8'), version, new Date());
execFileSync('npm', ['version', version, '--no-git-tag-version'], { stdio: 'ignore' });
writeFileSync('RELEASE_NOTES.md', notes);
git('commit', '-qam', `Release ${version}`);
git('tag', '-a', `v${version}`, '-m', `Release ${version}`);
console.log(`v${version} is committed and tagged. To publish it: git push --follow-tags`);
