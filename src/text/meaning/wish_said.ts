import { plainly, plainPattern } from '../plainly.ts';

const CAME =
  '(?:(?:just )?(?:rang|called|phoned|e-?mailed|wrote|texted|messaged|got in touch|came|popped|dropped|contacted)(?: (?:us|me|in|up|by|over|today|yesterday|this (?:morning|afternoon)|earlier)){0,3}[\\s,]{1,2})?';
const ENGLISH = new RegExp(
  `^${CAME}(?:and |he |she |they |who |to )*(?:about(?! (?:their|his|her|the|it)\\b)|wants?|wanted|needs?|needed|(?:is |are )?(?:looking for|looking to (?:buy|order|book|get)|after|interested in|asking (?:for|about)|enquiring about)|asks? (?:for|about)|asked (?:for|about)|enquired about|would like|['’]?d like|wants? (?:a )?quotes? (?:for|on))(?: to (?:buy|order|have|book|get))? (?!to\\b)(?<wish>\\S.{2,120})$`,
  'iu',
);
const CHINESE = plainPattern(
  /^(?:[他她]|说|来|电话|打(?:了|来)?(?:个|一?通)?(?=电话)|加(?:了)?(?:我|我们)?(?:的)?微信|(?:在)?微信(?:上)?|今天|刚才|店里?)*(?:是)?(?:想要|想订做?|想定做?|想定制|想买|想做|想拿|要订|要定|要买|要做|要(?=\d|一|两|几)|需要|求购|咨询|询问|打听|想问|问(?!题|[您你好])|打算买|准备买|看中|看上|有意)(?:一?下|了|关于)?\s*(?<wish>.{2,60})$/u,
);

/** What somebody new is said to want, of the words that were kept of them; what stands behind it says more of the same. */
export function wishAmong(notes: readonly string[]): string | undefined {
  for (const [nth, note] of notes.entries()) {
    const plain = plainly(note);
    const found = ENGLISH.exec(plain) ?? CHINESE.exec(plain);
    const wish = found && note.slice(plain.length - found.groups!.wish!.length);
    if (wish) return [wish, ...notes.slice(nth + 1)].join(/\p{Script=Han}/u.test(wish) ? '，' : ', ');
  }
  return undefined;
}
