/** Labels that name something other than what is sent under them: every mail program means GB18030 by its subsets. */
const ALIASES: Readonly<Record<string, string>> = {
  gb2312: 'gb18030',
  'gb_2312-80': 'gb18030',
  gbk: 'gb18030',
  cp936: 'gb18030',
  ms936: 'gb18030',
  'x-gbk': 'gb18030',
  cp950: 'big5',
  'x-big5': 'big5',
  utf8: 'utf-8',
  cp932: 'shift_jis',
  'ks_c_5601-1987': 'euc-kr',
  cp949: 'euc-kr',
  cp1252: 'windows-1252',
  cp1251: 'windows-1251',
};

/** Labels that say nothing: senders put them on text of any kind. */
const VAGUE = /^(|(us-)?ascii|iso-8859-1|latin-?1|windows-1252|default|unknown-8bit|x-unknown|binary)$/;
const strictUtf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Text of a mail part in its charset, or in the one its bytes are plainly written in when the label is wrong, vague or unknown.
 * Bytes that are valid UTF-8 with Chinese in it are UTF-8 whatever the label says: by chance that does not happen.
 */
export function decodeText(bytes: Uint8Array, label = ''): string {
  const charset = ALIASES[label.trim().toLowerCase()] ?? label.trim().toLowerCase();
  if (charset === 'utf-7') return decodeUtf7(latin1(bytes));
  if (charset === 'hz-gb-2312') return decodeHz(bytes);
  if (/^iso-2022/.test(charset)) return decoderFor(charset)?.decode(bytes) ?? latin1(bytes);
  const utf8 = asUtf8(bytes);
  if (utf8 !== undefined && (charset === 'utf-8' || VAGUE.test(charset) || hasWideCharacters(utf8))) return utf8;
  if (charset === 'utf-8') return brokenUtf8(bytes);
  if (VAGUE.test(charset) || !decoderFor(charset)) return guess(bytes);
  return decoderFor(charset)!.decode(bytes);
}

function asUtf8(bytes: Uint8Array): string | undefined {
  try {
    return strictUtf8.decode(bytes);
  } catch {
    return undefined;
  }
}

/** Two or more characters of three bytes each (Han, kana, full-width marks). */
function hasWideCharacters(text: string): boolean {
  return /[\u2e80-\uffee][\s\S]*?[\u2e80-\uffee]/.test(text.slice(0, 20_000));
}

/** UTF-8 with a few broken characters (cut by a gateway) stays UTF-8; else the label lied. */
function brokenUtf8(bytes: Uint8Array): string {
  const text = new TextDecoder('utf-8').decode(bytes);
  const foreign = text.match(/[^\0-\x7f]/g)?.length ?? 0;
  return lost(text) * 5 > foreign ? guess(bytes) : text;
}

/** GB18030 when the bytes over 127 come in pairs, as Han characters do and accented letters do not; else Western. */
function guess(bytes: Uint8Array): string {
  const chinese = decoderFor('gb18030')!.decode(bytes);
  const foreign = chinese.match(/[^\0-\x7f]/g)?.length ?? 0;
  if (lost(chinese) * 20 <= foreign && pairedShare(bytes) > 0.7) return chinese;
  return decoderFor('windows-1252')!.decode(bytes);
}

/** How many of the bytes over 127 stand in runs of even length, 0..1. */
function pairedShare(bytes: Uint8Array): number {
  let [all, paired, run] = [0, 0, 0];
  for (let at = 0; at <= bytes.length; at++) {
    if ((bytes[at] ?? 0) > 0x80) run++;
    else {
      all += run;
      if (run % 2 === 0) paired += run;
      run = 0;
    }
  }
  return all === 0 ? 0 : paired / all;
}

function lost(text: string): number {
  return text.match(/\ufffd/g)?.length ?? 0;
}

function decoderFor(charset: string): InstanceType<typeof TextDecoder> | undefined {
  try {
    return new TextDecoder(charset);
  } catch {
    return undefined;
  }
}

/** RFC 2152: runs of base64 UTF-16BE between + and -. */
function decodeUtf7(text: string): string {
  return text.replace(/\+([A-Za-z0-9+/]*)-?/g, (_, run: string) => {
    if (run === '') return '+';
    const bytes = Buffer.from(run, 'base64');
    return new TextDecoder('utf-16be').decode(bytes.subarray(0, bytes.length - (bytes.length % 2)));
  });
}

/** RFC 1843: GB2312 in seven bits between ~{ and ~}. */
function decodeHz(bytes: Uint8Array): string {
  const text = latin1(bytes).replace(/~\r?\n/g, '');
  const high = text.replace(/~\{([^~]*)(?:~\}|$)/g, (_, run: string) =>
    run.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) | 0x80)),
  );
  return decoderFor('gb18030')!.decode(Buffer.from(high.replaceAll('~~', '~'), 'latin1'));
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
