import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { temporaryDir } from '../support/global_setup.ts';

const root = new URL('../..', import.meta.url).pathname;
const home = temporaryDir();
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** A program of three lines, built and run as ours is. */
for (const dir of ['src/cli', 'src/mail/read', 'src/files/table', 'src/mail/bulk', 'src/lib/pdf', 'scripts'])
  mkdirSync(join(home, dir), { recursive: true });
for (const name of ['run.mjs', 'fingerprint.mjs', 'build.ts'])
  cpSync(join(root, 'scripts', name), join(home, 'scripts', name));
symlinkSync(join(root, 'node_modules'), join(home, 'node_modules'));
writeFileSync(join(home, 'package.json'), '{"type":"module"}');
for (const thread of [
  'src/mail/read/reader_thread.ts',
  'src/files/table/table_thread.ts',
  'src/mail/bulk/bulk_thread.ts',
  'src/lib/pdf/pdf_thread.ts',
])
  writeFileSync(join(home, thread), '');
writeFileSync(
  join(home, 'src/cli/main.ts'),
  "import { words } from './words.ts';\nconsole.log(words, process.argv[2]);",
);
const says = (words: string, file = 'src/cli/words.ts') =>
  writeFileSync(join(home, file), `export const words: string = '${words}';`);
writeFileSync(join(home, 'src/main.ts'), "import './nowhere.ts';");
says('one');

function crm(environment: Record<string, string> = {}, options: string[] = []) {
  const env = { PATH: process.env.PATH ?? '', LANG: 'en_US.UTF-8', ...environment };
  const args = [...options, 'scripts/run.mjs', 'cli/main', 'hello'];
  const { stdout, stderr, status } = spawnSync(process.execPath, args, { cwd: home, env, encoding: 'utf8' });
  return { stdout: stdout.trim(), stderr, status };
}

it('says that a build fails and what to do, and runs nothing', () => {
  const failed = crm();
  expect(failed).toMatchObject({ stdout: '', status: 1 });
  expect(failed.stderr).toMatch(/^Building.*nowhere\.ts.*The build failed.*npm ci/s);
  expect(crm({ LANG: 'zh_CN.UTF-8' }).stderr).toMatch(/^程序有更新.*编译没有成功.*npm ci/s);
  writeFileSync(join(home, 'src/main.ts'), '');
});

it('builds what has changed, says so on standard error, and builds nothing twice', () => {
  writeFileSync(join(home, 'src/main.ts'), '');
  expect(crm()).toMatchObject({ stdout: 'one hello', stderr: expect.stringContaining('Building'), status: 0 });
  expect(crm()).toEqual({ stdout: 'one hello', stderr: '', status: 0 });
  // of the same length, at once
  says('two');
  expect(crm()).toMatchObject({ stdout: 'two hello', stderr: expect.stringContaining('Building') });
  says('three', 'src/cli/more.ts');
  expect(crm().stderr).toContain('Building');
  rmSync(join(home, 'src/cli/more.ts'));
  expect(crm().stderr).toContain('Building');
  expect(crm().stderr).toBe('');
  // only what was built lies there
  rmSync(join(home, 'src'), { recursive: true });
  expect(crm()).toEqual({ stdout: 'two hello', stderr: '', status: 0 });
});

it('speaks what the file of settings and the data say, before the machine', () => {
  const old = 'data:text/javascript,Object.defineProperty(process,"versions",{value:{node:"18.20.1"}})';
  const said = (environment: Record<string, string> = {}) => crm(environment, ['--import', old]);
  expect(said()).toMatchObject({ stdout: '', status: 1 });
  expect(said().stderr).toMatch(/needs Node\.js 20\.19 or newer, this is 18\.20\.1.*nodejs\.org/);
  writeFileSync(join(home, '.env'), '# LOCALE=en\nLOCALE="zh-CN" # for us\nDATA_DIR=kept\n');
  expect(said().stderr).toMatch(/需要 Node\.js 20\.19.*18\.20\.1.*nodejs\.org/);
  mkdirSync(join(home, 'kept'));
  writeFileSync(join(home, 'kept/site.json'), '{"locale":"en"}');
  expect(said().stderr).toContain('needs Node.js');
});
