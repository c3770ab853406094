/** 去掉了, 不要了吧: signs behind a word for what is to be done that say no more. */
const END = /[了吧。.!！\s]/u;

/** The words without particles and full stops at their end. Linear. */
export function withoutParticles(words: string): string {
  let length = words.length;
  while (length > 0 && END.test(words.charAt(length - 1))) length -= 1;
  return words.slice(0, length);
}

/** 删了 生日, 尺码都: particles between a word for what is to be done and what it is done to. */
export const withoutJoints = (words: string): string =>
  withoutParticles(words)
    .replace(/^[了\s]+/u, '')
    .replace(/都$/u, '')
    .trim();
