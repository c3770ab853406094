/**
 * Whole sentences that calendars write, in lower case; `¤` stands for anybody and anything that the event itself names.
 * A sentence with one more word is a person's.
 */
const WHO = '¤(?:[ "“”<>()]{1,3}¤[>")]?)?';
const THING =
  '(?:event|meeting|appointment|invitation|(?:calendar|event|meeting) (?:invitation|request|invite)|request)';
const DID =
  '(?:accepted|declined|rejected|tentatively accepted|tentative|cancell?ed|updated|changed|rescheduled|delegated|proposed a new time for)';
const NOTE = '(?:,? (?:with (?:this|the following) (?:note|comment|message)|and (?:wrote|added|says)))?';
const DATED = '(?:,? scheduled for [\\p{L}\\d ,.:/()+-]{4,60})?';

const STOP =
  '(?:to stop receiving (?:these e-?mails|future updates for this event),? [^?!]{0,250} (?:calendar|settings|notifications|event)["”]?(?: for this calendar)?)';

const ENGLISH = [
  `${WHO} (?:has |have |is )?${DID} (?:this|your|the|an) ${THING}(?: (?:to|for|from)(?: the)?(?: following)?(?: ${THING})?)?:?(?: ¤)?${DATED}${NOTE}`,
  `${WHO} (?:has |have )?${DID} ¤${NOTE}`,
  `(?:this|your|the)(?: following)? ${THING}(?: ¤)? (?:has been|was|is|have been) ${DID}(?: and (?:will be )?removed from (?:your|the) calendar)?${NOTE}`,
  `(?:${DID}(?: (?:event|invitation))?|new time proposed): ¤`,
  `¤ (?:has been|was|is) ${DID}${NOTE}`,
  'invitation from google calendar',
  'view all guest info|view (?:your|this) event(?: (?:at|in google calendar))?|more options|yes(?:[ -]+(?:no|maybe|more options)){1,3}|join with google meet|reply for ¤',
  `you are receiving this (?:courtesy )?e-?mail(?: at the account ¤)? because you (?:are (?:an attendee of|the organi[sz]er of|invited to|on the guest list of) this event|(?:are|have) (?:subscribed to|set to receive) [a-z ]{0,60}notifications|have rsvped to this event)(?:\\. ${STOP})?`,
  `${STOP}|learn more(?: at)?`,
  'forwarding this invitation could allow any recipient to [^?!]{0,250}(?:rsvp|status)(?:\\. learn more(?: at)?)?',
];
const CHINESE = [
  '¤ ?(?:已经?)?(?:暂时|暂定|初步)?(?:接受|拒绝|谢绝|婉拒|取消|更新|修改|暂定接受)了?(?:您的?|你的?|此|这个|该|本)?(?:会议|活动|日程|日历|约会)?(?:邀请|活动|会议|日程|约会)?(?:[:： ]*¤)?(?:,?，?(?:并|同时)?(?:附|留|添加|写)[^。?？]{0,8}(?:言|注|息|明))?',
  '(?:此|该|这个|本|您的)?(?:活动|会议|日程|约会|邀请)(?: ?¤)? ?(?:已经?|已被|被)?(?:取消|更新|接受|拒绝)了?(?:,?，?附[^。?？]{0,8}(?:言|注|息|明))?',
  '(?:来自|发自) ?google ?日历(?:的邀请)?|(?:已?接受|已?拒绝|暂定|已?取消|更新)(?:的?(?:邀请|活动|会议))?[:：] ?¤',
];
const OTHERS = [
  `${WHO} hat (?:diese|ihre|deine|die) einladung(?: zu ¤)? (?:mit vorbehalt |vorläufig )?(?:angenommen|abgelehnt|zugesagt)(?: mit (?:dieser|folgender) (?:notiz|nachricht|anmerkung))?`,
  '(?:dieser|der|ihr) termin(?: ¤)? wurde (?:abgesagt|geändert|aktualisiert)(?: mit (?:dieser|folgender) notiz)?|(?:zugesagt|abgelehnt|abgesagt|angenommen|mit vorbehalt): ¤|einladung (?:von|aus) google (?:kalender|calendar)',
  `${WHO} a (?:accepté|refusé|décliné)(?: provisoirement)? (?:cette |votre |l['’])invitation(?: avec (?:cette note|ce message))?`,
  "(?:cet|l['’]) ?événement(?: ¤)? (?:a été|est) annulé|(?:accepté|refusé|annulé)e? ?: ¤|invitation (?:de|depuis) google (?:agenda|calendar)",
];

const PHRASE = new RegExp(`^(?:${[...ENGLISH, ...CHINESE, ...OTHERS].join('|')})\\s?[.:。：]?$`, 'u');
/** Words in the phrases above a note, below which stands what a person wrote. */
const NOTED = /(?:note|comment|message|wrote|added|says|notiz|nachricht|anmerkung|言|注|息|明)\s?[.:。：]$/u;
/** The line with which Google's calendar ends its text. */
const FOOTER = /^(?:invitation|einladung|来自|发自).{0,20}google/u;

/** For a line with `¤` for what the event names: whether it is a calendar's, and whether a person's note follows. */
export function phraseIn(line: string): 'phrase' | 'note follows' | 'footer' | undefined {
  if (!PHRASE.test(line)) return undefined;
  if (FOOTER.test(line)) return 'footer';
  return NOTED.test(line) ? 'note follows' : 'phrase';
}

/** What calendars call the parts of an event; alone on a line, or before a value. */
const LABEL =
  /^(?:when|where|who|what|title|subject|organi[sz]er|attendees(?: \(guests\))?|guests|required|optional|calendar|location|time|date|start|end|wann|wo|wer|titel|betreff|ort|beginn|ende|organisator|teilnehmer|quand|où|qui|organisateur|时间|地点|标题|主题|组织者|参加者|参与者|与会者|日历|开始|结束)(?=[\s:：*]|$)\s?\*?[:：]?\s?/u;

/** What stands after a calendar's label, in lower case; undefined if there is no label. */
export function behindLabel(line: string): string | undefined {
  const label = LABEL.exec(line)?.[0];
  return label === undefined ? undefined : line.slice(label.length);
}
