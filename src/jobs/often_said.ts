import type { Context } from '../domain/context.ts';
import { tellOwner } from '../domain/desk/tell.ts';
import { isOnlyGreeting } from '../text/sentence/only_greeting.ts';
import { takeSlot } from './take.ts';

/** Among so many of the last messages. */
const LATELY = 2000;
/** So often the same words are worth keeping. */
const OFTEN = 3;
/** Shorter words are said to everybody: yes, thank you. */
const SHORTEST = 10;
const LONGEST = 1000;
const MOST = 3;

/** What a user has sent three times in the same words, to more than one person, is offered once as an answer to what is often asked. */
export async function offerOftenSaid(ctx: Context): Promise<void> {
  const { tx } = ctx;
  const often = await tx<{ text: string; messageId: string }>`
    select said.text, said.id as "messageId" from (
      select text, max(id) as id from (
        select id, text, direction, automatic, conversation_id from messages order by id desc limit ${LATELY}
      ) lately
      where direction = 'out' and automatic is not true and length(text) between ${SHORTEST} and ${LONGEST}
      group by text having count(*) >= ${OFTEN} and count(distinct conversation_id) > 1
    ) said
    where not exists (select from canned_replies c where c.text = said.text)
    order by said.id desc limit ${MOST * 10}`;
  let told = 0;
  for (const { text, messageId } of often.filter(({ text }) => !isOnlyGreeting(text))) {
    if (told === MOST) return;
    const slot = Buffer.from(ctx.sha256(text)).toString('hex');
    if ((await takeSlot(tx, 'often said', slot)) === 'done before') continue;
    told += 1;
    await tellOwner(
      ctx,
      `often said:${slot}`,
      (t) => ({
        text: t.faq.oftenSaid,
        quote: text,
        buttons: [[{ label: t.faq.makeOne, command: `/faq learn m${messageId}` }]],
      }),
      { notice: { kind: 'often_said' } },
    );
  }
}
