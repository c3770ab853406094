import { headWords } from '../cut.ts';

/** A message is short where it says that somebody moves. */
const LONGEST = 1000;

/** 'I have moved to', 'we’re now living in': of themselves, and done or under way; never a question, a no or a wish. */
const ENGLISH =
  /(?:^|[.!;,\n] ?|\b(?:as|because|since|and|that|but) )(?:i|we)(?:['’](?:ve|re|m)| have| are| am)?(?: (?:just|now|recently|finally|also))* (?:moved|moving|relocated|relocating|living|live now|now live)(?: (?:over|house|home|away))? (?:to|in) /iu;
/** Behind it: 'Bristol', 'Bad Homburg', 'Frankfurt am Main'. */
const PLACE =
  /^\p{Lu}[\p{L}’'-]{1,30}(?: (?:am|upon|on|of|de|la|del) \p{Lu}[\p{L}’'-]{1,30}| \p{Lu}[\p{Ll}’'-]{1,30})?(?![\p{L}])(?!\s?\?)/u;
/** 我搬到上海了, 我们家搬去杭州了. */
const CHINESE =
  /(?:^|[，,。！!；;\s])(?:我们?(?:一?家)?|本人)?(?:已经|刚|刚刚|最近|现在|上个?月|上周)*(?:搬家)?(?:搬|迁)(?:家)?(?:到|去|来|至)(?:了)?(?<city>\p{Script=Han}{2,5}?)(?:市)?(?:住|来|去)?了(?![吗么没])/u;

/** Names of months and what else stands behind "to" without being a place. */
const NO_PLACE =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|another|a|the|new|my|your|our)\b|(?:新家|新房|公司|楼上|楼下|隔壁|别处|别的|新的?地方|这边|那边|这里|那里|店里|家里)/iu;

/** Where somebody says that they live now: 'Bristol', 上海; undefined where nothing says it. It proposes, and is never taken as read. */
export function movedTo(text: string): string | undefined {
  const words = headWords(text, LONGEST);
  const said = ENGLISH.exec(words);
  const city = said ? PLACE.exec(words.slice(said.index + said[0].length))?.[0] : CHINESE.exec(words)?.groups?.city;
  return city && !NO_PLACE.test(city) ? city : undefined;
}
