/** So many draws of 80 random bits: more than the 192 bits that Standard Webhooks asks for. */
const DRAWS = 3;

/** A secret as Standard Webhooks writes it: `whsec_` and base64 of the key. */
export function newSecret(random: () => string): string {
  const drawn = Array.from({ length: DRAWS }, random).join('');
  return `whsec_${Buffer.from(drawn, 'latin1').toString('base64')}`;
}
