import { once } from 'node:events';
import { rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { describe, expect, it, vi } from 'vitest';
import { openPrompt } from '../../src/bots/console/prompt.ts';
import { say } from '../../src/cli/say.ts';
import { readConfig } from '../../src/config.ts';
import { chooseLanguage } from '../../src/service/choose_language.ts';
import { environmentHere } from '../../src/service/environment.ts';
import { openProgress } from '../../src/service/progress.ts';
import { saidIn } from '../../src/text/explained.ts';
import { texts } from '../../src/text/texts.ts';
import { freePort } from '../support/free_port.ts';
import { temporaryDir } from '../support/global_setup.ts';
import { startTestService } from '../support/service.ts';
import { hasTerminals, BUILT as main, run } from '../support/terminal.ts';

const HAN = /\p{Script=Han}/u;
const environmentOn = async (dir: string, more: Record<string, string> = {}) => ({
  ...{ DATA_DIR: dir, PORT: String(await freePort()), TZ: 'Europe/London' },
  ...more,
});

describe('the first start on a terminal', () => {
  it.runIf(hasTerminals)(
    'asks for the language in every language, keeps the answer with its currency and country, and asks no more',
    async () => {
      const dir = temporaryDir();
      const environment = await environmentOn(dir, { LANG: 'en_US.UTF-8' });
      const first = run(main, { environment, terminal: true });
      await first.until('English');
      expect(first.shown()).toContain('中文');
      first.type('1\r');
      await first.until('Ctrl-C 结束');
      expect(first.shown()).toMatch(/设置 .*中文 · Europe\/London · CNY · CN（.*\/设置）/);
      first.type('/帮\t');
      await first.until('/帮助 ');
      first.type('\r');
      await first.until(texts('zh-CN').help.typedHint);
      // nothing is said there that cannot be done there
      expect(first.shown()).not.toContain(texts('zh-CN').help.hint);
      first.type('\u0003');
      expect(await first.ended).toBe(0);

      const second = run(main, { environment, terminal: true });
      await second.until('Ctrl-C 结束');
      // from its first word on, before any database was asked
      expect(second.shown()).toContain(texts('zh-CN').start.steps.starting);
      expect(second.shown()).not.toContain('English');
      expect(second.shown()).toContain('CNY · CN');
      second.type('\u0003');
      await second.ended;
      rmSync(dir, { recursive: true, force: true });
    },
    180_000,
  );

  it.runIf(hasTerminals)('asks nothing where LOCALE says it, and ends at Ctrl-C while it asks', async () => {
    const dir = temporaryDir();
    const asked = run(main, { environment: await environmentOn(dir), terminal: true });
    await asked.until('English');
    asked.type('\u0003');
    expect(await asked.ended).toBe(130);
    const told = run(main, { environment: await environmentOn(dir, { LOCALE: 'en' }), terminal: true });
    await told.until('Ctrl-C ends');
    expect(told.shown()).not.toMatch(HAN);
    told.type('\u0003');
    await told.ended;
    rmSync(dir, { recursive: true, force: true });
  });

  it('takes a number, a name in any language, or Enter; asks again what it does not understand', async () => {
    const answer = async (...lines: string[]) => {
      const [input, output] = [new PassThrough(), new PassThrough()];
      const chosen = chooseLanguage({ input, output }, 'en');
      for (const line of lines) {
        input.write(`${line}\r`);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      return chosen;
    };
    expect(await answer('1')).toBe('zh-CN');
    expect(await answer('１')).toBe('zh-CN');
    expect(await answer('中文')).toBe('zh-CN');
    expect(await answer('Chinese')).toBe('zh-CN');
    expect(await answer('EN')).toBe('en');
    expect(await answer('')).toBe('en');
    expect(await answer('3', 'french', '1')).toBe('zh-CN');
  });

  it('says in every language what it expects when it is answered something else', async () => {
    const [input, output] = [new PassThrough(), new PassThrough()];
    const chosen = chooseLanguage({ input, output }, 'en');
    input.write('deutsch\r2\r');
    expect(await chosen).toBe('en');
    const shown = String(output.read());
    for (const locale of ['en', 'zh-CN'] as const)
      expect(shown).toContain(texts(locale).start.whichAgain('1 中文 / 2 English'));
  });

  it('leaves what was pasted behind the answer to the prompt that follows', async () => {
    const [input, output] = [new PassThrough(), new PassThrough()];
    const chosen = chooseLanguage({ input, output }, 'en');
    input.write('3\r1\r/help\rhello, 你好\rhalf');
    expect(await chosen).toBe('zh-CN');
    const taken: string[] = [];
    const onText = (text: string) => String(taken.push(text));
    const prompt = openPrompt({
      input,
      output,
      interactive: true,
      stillHere: '',
      noSuchButton: String,
      howToStop: '',
      onText,
      onInterrupt() {},
    });
    await vi.waitUntil(() => taken.length > 0);
    input.write(' a line\r');
    await vi.waitUntil(() => taken.join().includes('half a line'));
    prompt.close();
    expect(taken.join('\n')).toBe('/help\nhello, 你好\nhalf a line');
  });

  it.runIf(hasTerminals)('says that it stops at Ctrl-C while the database is made, and makes no code', async () => {
    const dir = temporaryDir();
    const { steps, stopping } = texts('en').start;
    const service = run(main, { environment: await environmentOn(dir, { LOCALE: 'en' }), terminal: true });
    await service.until(steps.making);
    service.type('\u0003');
    await service.ended;
    expect(service.shown()).toContain(stopping);
    expect(service.shown()).not.toMatch(/is ready|\/pair/);
    rmSync(dir, { recursive: true, force: true });
  });
});

describe('a start without a terminal', () => {
  it.each([
    ['en_US.UTF-8', /solo-crm is ready/, false],
    ['zh_CN.UTF-8', /solo-crm 已就绪/, true],
  ])('asks nothing, and speaks what LANG=%s says, a line each for what it does', async (LANG, ready, chinese) => {
    const dir = temporaryDir();
    const service = run(main, { environment: await environmentOn(dir, { LANG }) });
    await service.until(/crm -- say/);
    const lines = service.shown().trim().split('\n');
    const { steps } = texts(chinese ? 'zh-CN' : 'en').start;
    expect(lines.slice(0, 4)).toEqual([steps.starting, steps.making, steps.migrating, steps.channels]);
    expect(lines.join('\n')).toMatch(ready);
    expect(HAN.test(lines.join('\n'))).toBe(chinese);
    // what the owner makes it speak is spoken from the first word of the next start
    await say(readConfig({ DATA_DIR: dir }), `/settings language ${chinese ? 'en' : 'zh'}`);
    service.signal('SIGTERM');
    expect(await service.ended).toBe(0);
    const next = run(main, { environment: await environmentOn(dir, { LANG, PORT: 'none' }) });
    expect(await next.ended).toBe(1);
    expect(next.shown()).toContain('PORT');
    expect(HAN.test(next.shown())).toBe(!chinese);
    rmSync(dir, { recursive: true, force: true });
  });
});

it('what spoke Chinese because nothing was said, before the machine was asked, goes on so, with its currency', async () => {
  const dir = temporaryDir();
  writeFileSync(join(dir, 'site.json'), '{"id":"8d7f0d5c-0000-4000-8000-000000000000","starts":3}');
  const environment = await environmentOn(dir, { LANG: 'en_GB.UTF-8' });
  const service = run(main, { environment });
  await service.until(/crm -- say/);
  expect(service.shown()).toContain(texts('zh-CN').start.steps.starting);
  expect(service.shown()).toMatch(/设置 .*中文 · Europe\/London · CNY · CN/);
  service.signal('SIGTERM');
  await service.ended;
  const shown = await say(readConfig(environmentHere(environment)), '/设置');
  expect(shown.fields?.map(({ value }) => value)).toEqual(expect.arrayContaining(['中文', 'CNY', '中国 (CN)']));
  rmSync(dir, { recursive: true, force: true });
});

it('an empty LOCALE says nothing on such data', () => {
  const dir = temporaryDir();
  writeFileSync(join(dir, 'site.json'), '{"id":"8d7f0d5c-0000-4000-8000-000000000000","starts":3}');
  const here = environmentHere({ DATA_DIR: dir, LOCALE: '', LANG: 'en_GB.UTF-8' });
  expect(here).toMatchObject({ LOCALE: 'zh-CN', CURRENCY: 'CNY', COUNTRY: 'CN' });
  rmSync(dir, { recursive: true, force: true });
});

describe('why it cannot start', () => {
  /** What is said in each language when this start fails. */
  async function told(environment: Record<string, string>) {
    const error = await startTestService(environment).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    return { zh: saidIn(texts('zh-CN'), error), en: saidIn(texts('en'), error) };
  }

  it('is said in the language of the service, with what to do', async () => {
    const dir = temporaryDir();
    const squatter = createServer().listen(0, '127.0.0.1');
    await once(squatter, 'listening');
    const { port } = squatter.address() as { port: number };
    const file = join(dir, 'file');
    writeFileSync(file, 'not a key');
    const cases = [
      [{ DATA_DIR: dir, PORT: String(port) }, /端口 .*已被占用.*PORT/, /Port .*in use.*PORT/],
      [{ DATA_DIR: join(file, 'data') }, /数据目录.*DATA_DIR/, /data directory.*DATA_DIR/],
      [{ DATA_DIR: dir, ENCRYPTION_KEY_FILE: file }, /不是加密钥匙.*备份/, /not an encryption key.*backup/],
      [{ DATA_DIR: dir, ENCRYPTION_KEY_FILE: dir }, /读不了（EISDIR）.*权限/, /cannot be read \(EISDIR\).*right/],
      [{ DATA_DIR: dir, DATABASE_URL: `postgres://a:b@127.0.0.1:${await freePort()}/c` }, /没有数据库回应/, /No database answers/],
      [{ DATA_DIR: dir, TELEGRAM_BOT_TOKEN: 'x', CURRENCY: '元', LOCALE: 'fr', PORT: '70000' }, /TELEGRAM_BOT_TOKEN 要写成.*CURRENCY 要写成|PORT 要在/s, /must look like/],
    ] as const; // biome-ignore format: a table
    for (const [environment, zh, en] of cases) {
      const said = await told(environment);
      expect(said.zh).toMatch(zh);
      expect(said.en).toMatch(en);
      // names, paths and codes aside, a Chinese sentence
      expect(said.zh).not.toMatch(/\b(must|cannot|the|is|not)\b/);
      expect(said.en).not.toMatch(HAN);
    }
    squatter.close();
    rmSync(dir, { recursive: true, force: true });
  });

  it('says so of a data directory in use, to the second service and to its owner', async () => {
    const dir = temporaryDir();
    const service = await startTestService({ DATA_DIR: dir });
    const said = await told({ DATA_DIR: dir });
    expect(said.zh).toMatch(/已经在 .* 上运行（进程 \d+）.*DATA_DIR/);
    expect(said.en).toMatch(/already running on .*\(process \d+\).*DATA_DIR/);
    await service.stop();
    rmSync(dir, { recursive: true, force: true });
  });
});

describe('what is under way', () => {
  it('turns on one line of a terminal and leaves nothing there', async () => {
    const output = Object.assign(new PassThrough(), { isTTY: true });
    const progress = openProgress(output as never, 'en');
    progress.step('starting');
    progress.step('making');
    await new Promise((resolve) => setTimeout(resolve, 350));
    progress.end();
    const shown = String(output.read());
    expect(shown).not.toContain('\n');
    expect(shown.split(texts('en').start.steps.making).length).toBeGreaterThan(2);
    expect(shown.endsWith('\r\u001b[K')).toBe(true);
  });
});
