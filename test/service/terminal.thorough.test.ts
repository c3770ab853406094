import { rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { locales } from '../../src/text/locale.ts';
import { texts } from '../../src/text/texts.ts';
import { freePort } from '../support/free_port.ts';
import { temporaryDir } from '../support/global_setup.ts';
import { hasTerminals, BUILT as main, run } from '../support/terminal.ts';

const UP = '\u001b[A';
const CTRL_C = '\u0003';
/** Keys that come together were pasted, and a Tab among them is no key. */
const SEPARATE_MS = 300;

describe.runIf(hasTerminals).each(locales)('on a real terminal, in %s,', (locale) => {
  const t = texts(locale);
  const word = (name: keyof typeof t.commands) => `/${t.commands[name].word}`;

  it('Tab completes, a number presses its button, and what was typed comes back after a new start', async () => {
    const dir = temporaryDir();
    const environment = { DATA_DIR: dir, PORT: String(await freePort()), LOCALE: locale, LANG: 'C.UTF-8' };
    const first = run(main, { environment, terminal: true, columns: 100 });
    await first.until(t.banner.prompt);
    // of several as far as they agree, twice shows them all
    first.type('/');
    await sleep(SEPARATE_MS);
    first.type('\t');
    await sleep(SEPARATE_MS);
    first.type('\t');
    await first.until(word('unblock'));
    first.type(`\u0015${word('unblock').slice(0, locale === 'en' ? 5 : 3)}\t`);
    await first.until(`${word('unblock')} `);
    first.type(`\u0015${word('setup')}\r`);
    await first.until(t.setup.leaveOut);
    const [, number] = new RegExp(`\\[(\\d+)\\] ${t.rehearsal.show}`).exec(first.shown())!;
    first.type(`${number}\r`);
    await first.until(t.rehearsal.pressOnly(t.rehearsal.name));
    first.type('999\r');
    await first.until(t.banner.noSuchButton(999));
    first.type(`${word('find')} 茶 tea\r`);
    await first.until(t.find.nobody('茶 tea'));
    first.type(CTRL_C);
    expect(await first.ended).toBe(0);

    const second = run(main, { environment, terminal: true, columns: 100 });
    await second.until(t.banner.prompt);
    second.type(UP);
    await second.until(`${word('find')} 茶 tea`);
    second.type(UP);
    await second.until(`› ${word('setup')}`);
    second.type('\r');
    await second.until(t.setup.leaveOut);
    second.type(CTRL_C);
    expect(await second.ended).toBe(0);
    rmSync(dir, { recursive: true, force: true });
  }, 180_000);
});
