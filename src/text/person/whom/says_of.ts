import { plainly, plainPattern } from '../../plainly.ts';

/** Right behind a name they say what somebody did, or what is theirs: 王伟把茶拿走了, 王芳的茶到了. */
const CHINESE = plainPattern(
  /^(?:的|把|被|将|说|讲|也|已经?|会|想|要|来|去|在|给|让|叫|拿|取|买|付|问|还|不|没|是|有|就|刚|又|都|才|正|收|送|带|帮|替|那[边里]|这[边里])(?!好[,，])/u,
);
const ENGLISH =
  /^(?:['’]s|\s(?:is|was|has|had|will|would|can|could|says?|said|took|takes|paid|pays|picked|picks|wants?|wanted|came|comes|sent|sends|got|gets|left|leaves|brought|brings|bought|made|makes|gave|gives|needs?|needed|asked|told|called|does|did|likes?|ordered|keeps|kept))(?![\p{L}\p{N}])/iu;

/** Whether words that begin with a name say something of whoever has it, so that they are not spoken to. */
export function saysOfNamed(words: string, name: string): boolean {
  const typed = words.trimStart();
  if (!typed.startsWith(name)) return false;
  const behind = plainly(typed.slice(name.length));
  return CHINESE.test(behind) || ENGLISH.test(behind);
}

/** What is theirs, or what they do to it: no word of it is said to them. */
export const tellsOfNamed = (left: string): boolean => /^(?:的|把|被|将)/u.test(left);
