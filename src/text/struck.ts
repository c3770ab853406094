/** Stands beside the tildes, so that nothing people type (好的~~) is taken for it; nobody sees it. */
const JOINER = '\u2060';
const STRUCK = /~~\u2060[^\u2060]{0,5000}\u2060~~/g;
const [OPEN, CLOSE] = [`~~${JOINER}`, `${JOINER}~~`];

/** Between these stand words their writer has struck out. */
export const STRIKE = { open: OPEN, close: CLOSE };

/** Words that their writer has struck out, as they stand in a message: shown as `~~words~~`, and not judged. */
export function strike(words: string): string {
  const [, before = '', inner = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(words.replaceAll(JOINER, '')) ?? [];
  return inner === '' ? words : `${before}${OPEN}${inner}${CLOSE}${after}`;
}

/** What is said: without what was struck out. */
export function withoutStruck(text: string): string {
  return text.replace(STRUCK, ' ');
}

const RAISED = new Map([...'0123456789+-()n'].map((sign, at) => [sign, [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿ'][at]!]));
const LOWERED = new Map([...'0123456789+-()'].map((sign, at) => [sign, [...'₀₁₂₃₄₅₆₇₈₉₊₋₍₎'][at]!]));

/** Figures set high or low (10³, $19⁹⁹, H₂O), so that they do not run into those before them. Undefined if there are letters among them. */
export function setOff(words: string, where: 'high' | 'low'): string | undefined {
  const signs = [...words.trim()].map((sign) => (where === 'high' ? RAISED : LOWERED).get(sign));
  return signs.length > 0 && signs.every((sign) => sign !== undefined) ? signs.join('') : undefined;
}
