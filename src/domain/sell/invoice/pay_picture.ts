import type { Locale } from '../../../text/locale.ts';
import { texts } from '../../../text/texts.ts';
import type { Attachment } from '../../attachment.ts';
import type { Context } from '../../context.ts';
import type { Settings } from '../../settings.ts';

/** Those that are called so in each language; others go by what their owner calls them. */
export const KNOWN = ['alipay', 'wechat'] as const;

const MOST_LETTERS = 30;
/** A message carries no more of them. */
export const MOST_PICTURES = 4;

export interface PayPicture {
  name: string;
  /** 'file:<sha256>'. */
  ref: string;
}

/** Pictures that are scanned to pay: Alipay, WeChat. They stand in their owner's order. */
export const payPicturesOf = ({ business }: Pick<Settings, 'business'>): PayPicture[] =>
  Object.entries(business?.payPictures ?? {}).map(([name, ref]) => ({ name, ref }));

/** Whether one can be called so. */
export const isPictureName = (name: string): boolean =>
  name.length > 0 && name.length <= MOST_LETTERS && /^[\p{L}\p{N}][\p{L}\p{N} ._-]*$/u.test(name);

/** As files of a message; one that is not there any more is left out. */
export async function payFiles(
  { settings, readFile }: Pick<Context, 'settings' | 'readFile'>,
  locale: Locale,
): Promise<Attachment[]> {
  const all = await Promise.all(
    payPicturesOf(settings).map(async ({ name, ref }): Promise<Attachment | undefined> => {
      const bytes = await readFile(ref).catch(() => undefined);
      const type = bytes && pictureType(bytes);
      return type && { kind: 'photo', name: pictureName(locale, name), type, bytes: bytes.length, ref };
    }),
  );
  return all.filter((one) => one !== undefined);
}

/** By its first bytes; undefined: it is no picture that we keep. */
export function pictureType(bytes: Uint8Array): 'image/png' | 'image/jpeg' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return 'image/jpeg';
  return bytes[0] === 0x89 && bytes[1] === 0x50 ? 'image/png' : undefined;
}

/** As people call it. */
export function pictureName(locale: Locale, name: string): string {
  const known = KNOWN.find((one) => one === name);
  return known ? texts(locale).reminder.pictures[known] : name;
}
