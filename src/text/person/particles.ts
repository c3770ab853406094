/** 去掉了, 不要了吧: what stands behind a word for what is to be done and says no more. */
const END = /[了吧。.!！\s]+$/u;

/** The words without particles and full stops at their end. */
export const withoutParticles = (words: string): string => words.replace(END, '');

/** 删了 生日, 尺码都: particles between a word for what is to be done and what it is done to. */
export const withoutJoints = (words: string): string =>
  withoutParticles(words)
    .replace(/^[了\s]+/u, '')
    .replace(/都$/u, '')
    .trim();
