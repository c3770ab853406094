import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import * as modules from 'node:module';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { isBuilt } from './fingerprint.mjs';

// `node scripts/run.mjs main` or `… cli/main <words>`: builds what has changed, then runs it in this process. Plain
// JavaScript with its own texts, because it runs when nothing is built yet, also on a Node that is too old for the
// rest.
const ROOT = new URL('..', import.meta.url);
const OLDEST = [20, 19];

const chinese = speaksChinese();
const words = chinese
  ? {
      node: `solo-crm 需要 Node.js ${OLDEST.join('.')} 或更新的版本，这里是 ${process.versions.node}。请到 https://nodejs.org 下载新版再启动。`,
      install: '还没有安装依赖：请先运行 npm ci，再启动。',
      starting: '正在启动……',
      building: '程序有更新，正在编译……',
      failed: '编译没有成功，原因在上面。改好后再启动；不清楚的话先运行 npm ci。',
    }
  : {
      node: `solo-crm needs Node.js ${OLDEST.join('.')} or newer, this is ${process.versions.node}. Get it from https://nodejs.org and start again.`,
      install: 'Its packages are not installed yet: run npm ci, then start again.',
      starting: 'Starting …',
      building: 'Building what has changed …',
      failed:
        'The build failed, for the reason above. Mend it and start again; if it tells you nothing, run npm ci first.',
    };

if (isTooOld()) end(words.node);
if (!existsSync(new URL('node_modules/zod', ROOT))) end(words.install);
const [program = 'main', ...rest] = process.argv.slice(2);
// the service draws over this as soon as it is loaded
if (program === 'main' && process.stdout.isTTY) process.stdout.write(`\r\u001b[K⠋ ${words.starting}`);
if (!isBuilt()) await buildIt();

const file = new URL(`dist/${program}.js`, ROOT);
process.argv.splice(1, process.argv.length, fileURLToPath(file), ...rest);
process.setSourceMapsEnabled(true);
// from Node 22.1 on, what V8 has made of our code is kept for the next start
modules.enableCompileCache?.(fileURLToPath(new URL('dist/compiled', ROOT)));
// every message is read with thousands of patterns: V8 would interpret each at first. Compiled at once, the first message
// is read in half of the time, and on Node 20 later ones in a third
setFlagsFromString('--no-regexp-tier-up');
await import(file.href);

async function buildIt() {
  if (!existsSync(new URL('node_modules/tsx', ROOT))) end(words.install);
  const done = showBuilding();
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/build.ts'], {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const code = await new Promise((resolve) => child.on('exit', resolve).on('error', () => resolve(1)));
  done();
  if (code !== 0) end(words.failed);
}

/** Writes to standard error, so that standard output holds only what a command answers. */
function showBuilding() {
  const { stderr } = process;
  if (!stderr.isTTY) {
    stderr.write(`${words.building}\n`);
    return () => {};
  }
  let turn = 0;
  const draw = () => stderr.write(`\r\u001b[K${'⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏'[turn++ % 10]} ${words.building}`);
  draw();
  const timer = setInterval(draw, 100);
  return () => {
    clearInterval(timer);
    stderr.write('\r\u001b[K');
  };
}

function isTooOld() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  return major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1]);
}

/** The same rule as in src/text/spoken.ts, which is not built yet. */
function speaksChinese() {
  const { LOCALE = setInFile('LOCALE'), LC_ALL, LC_MESSAGES, LANG, DATA_DIR = setInFile('DATA_DIR') } = process.env;
  const last = lastSpoken(DATA_DIR || './data');
  const said = [last, LOCALE, LC_ALL, LC_MESSAGES, LANG].find((value) => value?.trim());
  return /^\s*zh(?![a-z])/i.test(said || '');
}

function setInFile(name) {
  const line = readIfThere('.env').match(new RegExp(`^\\s*${name}\\s*=\\s*["']?([^"'#\\n]*)`, 'm'));
  return line ? line[1].trim() : undefined;
}

/** The language as src/db/postgres/start_note.ts has noted it. */
function lastSpoken(dataDir) {
  try {
    return JSON.parse(readIfThere(`${dataDir}/site.json`)).locale;
  } catch {
    return undefined;
  }
}

function readIfThere(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function end(said) {
  process.stderr.write(`${said}\n`);
  process.exit(1);
}
