import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatTelegram } from '../../../src/bots/telegram/format.ts';
import { parseTelegram } from '../../../src/bots/telegram/parse.ts';

const ann = { id: 5550001, is_bot: false, first_name: 'Ann' };
const chat = { id: 5550001, type: 'private', first_name: 'Ann' };
const update = (content: object, member = 'message') =>
  parseTelegram({
    body: Buffer.from(
      JSON.stringify({ update_id: 1, [member]: { message_id: 7, date: 1_763_700_000, chat, from: ann, ...content } }),
    ),
  });
const link = (offset: number, length: number, url: string) => ({ type: 'text_link', offset, length, url });

describe('a link behind words', () => {
  it.each([
    ['a text', { text: 'Pay here now', entities: [link(4, 4, 'https://pay.example/1')] }],
    [
      'a caption',
      { caption: 'Pay here now', caption_entities: [link(4, 4, 'https://pay.example/1')], photo: [{ file_id: 'p' }] },
    ],
  ])('of %s is said beside them', (_, content) => {
    expect(update(content)).toMatchObject({
      text: 'Pay here (https://pay.example/1) now',
      links: [{ at: 4, label: 'here', url: 'https://pay.example/1' }],
    });
  });

  it('of an edit and of a quotation is said beside them too', () => {
    const edited = { edit_date: 1_763_700_100, text: 'here', entities: [link(0, 4, 'https://pay.example/2')] };
    expect(update(edited, 'edited_message')).toMatchObject({ text: 'here (https://pay.example/2)' });
    const quote = { text: 'here', entities: [link(0, 4, 'https://pay.example/3')] };
    expect(update({ text: 'ok', quote })).toMatchObject({ quotedText: 'here (https://pay.example/3)' });
  });

  it.each([
    ['shop.example/tea', 'https://shop.example/tea/', 'shop.example/tea'],
    ['paypal.com', 'https://evil.example/?paypal.com', 'paypal.com (https://evil.example/?paypal.com)'],
  ])('%s to %s reads “%s”', (text, url, words) => {
    expect(update({ text, entities: [link(0, text.length, url)] })).toMatchObject({ text: words });
  });

  it('stands where it stood among other signs, styles and emoji, whatever order they come in', () => {
    const text = '😀 bold, here and there';
    const entities = [
      link(18, 5, 'https://b.example'),
      { type: 'bold', offset: 3, length: 4 },
      link(9, 4, 'https://a.example'),
      { type: 'new_kind', offset: 0, length: 2 },
      link(21, 99, 'https://beyond.example'),
    ];
    expect(update({ text, entities })).toMatchObject({
      text: '😀 bold, here (https://a.example) and there (https://b.example)',
    });
  });

  it('goes out to a customer as it was typed, and to the owner with where it leads', () => {
    const words = fc.string({ unit: fc.constantFrom('a', ' ', '中', '😀', '(', ')', '\n'), maxLength: 12 });
    const parts = fc.array(fc.record({ before: words, label: words, path: fc.nat() }), { maxLength: 4 });
    fc.assert(
      fc.property(parts, words, (links, end) => {
        let text = '';
        const entities = links.map(({ before, label, path }) => {
          const shown = `x${label}y`;
          const entity = link(text.length + before.length, shown.length, `https://a.example/${path}`);
          text += before + shown;
          return entity;
        });
        const event = update({ text: `${text}${end}.`, entities });
        if (event.kind !== 'message.received') throw new Error(event.kind);
        const reply = { text: event.text, ...(event.links && { links: event.links }) };
        const [sent] = formatTelegram(reply, 'customer');
        const typed = `${text}${end}.`;
        const trimmed = typed.length - typed.trimStart().length;
        expect(sent!.text).toBe(typed.trim());
        expect(sent!.entities ?? []).toEqual(entities.map((one) => ({ ...one, offset: one.offset - trimmed })));
        const shown = formatTelegram(reply, 'owner')[0]!.text;
        for (const { url } of entities) expect(shown).toContain(`(${url})`);
      }),
    );
  });

  it('whose words have changed since stays in words', () => {
    const links = [{ at: 0, label: 'here', url: 'https://a.example' }];
    expect(formatTelegram({ text: 'There (https://a.example)', links }, 'customer')).toEqual([
      { text: 'There (https://a.example)' },
    ]);
  });
});

describe('content of another kind', () => {
  it.each([
    [{ poll: { question: 'When?', options: [{ text: 'Mon' }, { text: 'Tue' }] } }, 'poll', 'When?\n· Mon\n· Tue'],
    [{ dice: { emoji: '🎲', value: 4 } }, 'dice', '🎲 4'],
    [{ checklist: { title: 'Order', tasks: [{ id: 1, text: 'tea' }] } }, 'checklist', 'Order\n· tea'],
    [{ web_app_data: { data: 'size=42', button_text: 'Buy' } }, 'web_app_data', 'size=42'],
    [{ invoice: { title: 'Tea', description: '100 g' } }, 'invoice', 'Tea\n100 g'],
    [{ invoice: { title: 'Tea', description: '', currency: 'EUR', total_amount: 1250 } }, 'invoice', 'Tea\n12.50 EUR'],
    [
      { successful_payment: { currency: 'USD', total_amount: 145, invoice_payload: 'order-5512' } },
      'successful_payment',
      '1.45 USD\norder-5512',
    ],
    [{ successful_payment: { currency: 'JPY', total_amount: 1200 } }, 'successful_payment', '1200 JPY'],
    [
      { refunded_payment: { currency: 'XTR', total_amount: 50, invoice_payload: 'o1' } },
      'refunded_payment',
      '50 ⭐\no1',
    ],
    [{ successful_payment: { currency: '?', total_amount: 'x' } }, 'successful_payment', ''],
    [{ rich_message: { blocks: [{ type: 'p', text: ['Hello ', { text: 'you' }] }] } }, 'rich_message', ''],
    [{ story: { id: 1 } }, 'story', ''],
    [{ gift: { gift: { id: '1' }, text: 'please call me', entities: [] } }, 'gift', 'please call me'],
    [{ unique_gift: { gift: {}, origin: 'transfer', text: 'for the repair' } }, 'unique_gift', 'for the repair'],
    [{ gift_upgrade_sent: { gift: { id: '1' }, text: 'ring me' } }, 'gift_upgrade_sent', 'ring me'],
    [{ giveaway: { winner_count: 1, prize_description: 'one tea set' } }, 'giveaway', 'one tea set'],
    [{ giveaway_winners: { winners: [], prize_description: 'two cups' } }, 'giveaway_winners', 'two cups'],
    [{ suggested_post_declined: { comment: 'too dear, 50?' } }, 'suggested_post_declined', 'too dear, 50?'],
    [{ suggested_post_declined: {} }, 'suggested_post_declined', ''],
    [
      { checklist_tasks_added: { tasks: [{ id: 4, text: 'oolong 200 g' }] } },
      'checklist_tasks_added',
      '· oolong 200 g',
    ],
    [
      {
        checklist_tasks_done: {
          checklist_message: {
            checklist: {
              title: 'Order',
              tasks: [
                { id: 1, text: 'tea' },
                { id: 2, text: 'cups' },
              ],
            },
          },
          marked_as_done_task_ids: [1],
          marked_as_not_done_task_ids: [2, 9],
        },
      },
      'checklist_tasks_done',
      '✓ tea\n☐ cups\n☐ 9',
    ],
    [{ checklist_tasks_done: 'not as we know it' }, 'checklist_tasks_done', ''],
    [{ poll_option_added: { option_text: 'Wednesday' } }, 'poll_option_added', '· Wednesday'],
    [{ live_photo: { file_id: 'l' }, photo: [{ file_id: 'p' }] }, 'live_photo', ''],
    [{ constructor: 1, toString: 2 }, 'constructor', ''],
    [{ some_new_thing: { a: 1 } }, 'some_new_thing', ''],
    [{ some_new_thing: true, effect_id: '1', reply_markup: {} }, 'some_new_thing', ''],
    [{ photo: 'not as we know it' }, 'photo', ''],
    [{ location: { latitude: 1, longitude: 2, live_period: 900 } }, 'live_location', ''],
    [{ paid_media: { star_count: 5 }, caption: 'my cup' }, 'paid_media', 'my cup'],
  ])('%j is said to have come, with the words in it', (content, strange, text) => {
    expect(update(content)).toMatchObject({ kind: 'message.received', strange, text: expect.stringContaining(text) });
  });

  it.each([
    [{ new_chat_title: 'Tea' }],
    [{ pinned_message: { message_id: 5 } }],
    [{ forum_topic_edited: { name: 'Ann' } }],
    [{ video_chat_started: {} }],
    [{ group_chat_created: true }],
    [{ suggested_post_approved: { send_date: 1 } }],
    [{ giveaway_created: {} }],
    [{}],
  ])('is not what nobody wrote: %j', (content) => {
    expect(update(content)).toMatchObject({ kind: 'ignored' });
  });

  it('is not a member that comes with words, whatever it is', () => {
    expect(update({ text: 'hi', some_new_thing: true })).not.toHaveProperty('strange');
  });
});
