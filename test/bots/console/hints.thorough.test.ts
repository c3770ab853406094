import { describe, expect, it } from 'vitest';
import { formatConsole } from '../../../src/bots/console/format.ts';
import { commands } from '../../../src/domain/commands/table.ts';
import { texts } from '../../../src/text/texts.ts';
import { telegramMessage, testHouse } from '../../support/house.ts';

/** What can be done only where messages are answered, held or swiped, or where commands begin otherwise. */
const ELSEWHERE =
  /repl(?:y|ies|ying) to (?:this|the|a) (?:message|card)|in answer to (?:this|the) card|swipe|long-press|回复(?:这条|此条|本条|上面这条|该|卡片)|长按|左滑/i;

describe.each(['en', 'zh-CN'] as const)('in a terminal, in %s,', (locale) => {
  it('nothing is said that can only be done in a chat', async () => {
    const house = await testHouse({ locale });
    await house.happen(telegramMessage('How much is it?', { from: { address: '77', name: 'Anna' }, chat: '77' }));
    await house.say('/add 张三 13800138000');
    const told: string[] = [];
    let shown = 0;
    for (const { name, secret } of commands) {
      if (secret) continue;
      for (const line of [`/${name}`, texts(locale).commands[name].example.split(' · ')[0]!, `${name} qwzx`]) {
        const reply = await house.say(line);
        shown += reply.hint ? 1 : 0;
        // what a command is for is told wherever it is typed
        const { lists: _, quote: __, ...said } = reply;
        const found = name === 'help' ? undefined : ELSEWHERE.exec(formatConsole(said))?.[0];
        if (found) told.push(`${line}: ${found}`);
      }
    }
    expect(told).toEqual([]);
    expect(shown).toBeGreaterThan(10);
    // the control
    expect(ELSEWHERE.test(texts(locale).card.answerHint)).toBe(true);
  }, 120_000);
});
