import { describe, expect, it } from 'vitest';
import { pageOf, phone, sent, written } from '../../scripts/phone.ts';
import type { SentMessage } from '../support/platforms/fake_telegram.ts';

const message = (text: string, more: Partial<SentMessage> = {}): SentMessage => ({
  ...{ messageId: 1, chat: '42', method: 'sendMessage', text, entities: [], buttons: [] },
  ...more,
});

describe('a phone drawn from what was sent', () => {
  it('shows words as words, whatever they hold', () => {
    const html = phone('<b>Tom</b>', [written('a < b & c'), sent(message('<script>'))]);
    expect(html).toContain('a &lt; b &amp; c');
    expect(html).not.toMatch(/<script|<b>/);
  });

  it('styles what Telegram styles, counted as Telegram counts', () => {
    const entities = [
      { type: 'blockquote', offset: 7, length: 3 },
      { type: 'bold', offset: 3, length: 3 },
    ];
    expect(sent(message('💬 Tom\nTea\nFiled', { entities })).html).toBe(
      '💬 <b>Tom</b><blockquote>Tea</blockquote>Filed',
    );
  });

  it('shows each row of buttons', () => {
    const buttons = [[{ text: 'Won', callback_data: 'b1' }], [{ text: 'Lost', callback_data: 'b2' }]];
    expect(phone('', [sent(message('Lead', { buttons }))]).match(/class="row"/g)).toHaveLength(2);
  });

  it('stands on a page in its language', () => expect(pageOf('zh-CN', '')).toContain('<html lang="zh-CN">'));
});
