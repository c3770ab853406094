import { readWrittenSender, type Sender } from '../send/sender.ts';

/** An address that mail can be sent to: one @, and a domain with a dot. */
const USABLE =
  /^[^\s@<>"(),:;[\]\\]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.){1,8}(?:\p{L}{2,63}|xn--[a-z\d-]{1,59})$/iu;
const BRACKETED = /[<[(][^<>[\]()\s]{1,64}@[^<>[\]()\s]{1,255}[>\])]/;

export const isUsable = (address: string): boolean => USABLE.test(address);

/**
 * Who stands in a form's address field. If the value is not an address as it stands (kim@berg,example, `kim
 * berg@x.example`, kim at x.example), no part of it is taken for one, because anybody may own that address.
 */
export function typedAddress(value: string): Sender | undefined {
  const written = readWrittenSender(value);
  if (!written.email || !isUsable(written.email)) return undefined;
  return BRACKETED.test(value) || startsWithAddress(value) ? written : undefined;
}

function startsWithAddress(value: string): boolean {
  const [first = ''] = value
    .trim()
    .replace(/^mailto:/i, '')
    .split(/[\s|]/, 1);
  const parts = first.split(/[,;，；、]/).filter((part) => part !== '');
  return parts.length > 0 && parts.every((part) => isUsable(part.replace(/^[("'“]|[)"'”.。?!]{1,3}$|\(.*$/g, '')));
}
