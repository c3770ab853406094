import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { charsetOf, decodePieces, decodeText } from '../../../src/mail/mime/charset.ts';
import { decodeWords } from '../../../src/mail/mime/encoded.ts';
import { readHeaders } from '../../../src/mail/mime/headers.ts';

/** As customers write: short, with names, prices and signs. */
const WESTERN = [
  'Viele Grüße',
  'Größe umtauschen',
  'Straße Äpfel.pdf',
  'Réclamation pour ma commande',
  'J’ai choisi «\u00a0Bleu\u00a0» svp, c’est 25\u00a0€',
  'La commande est créée',
  'Jörgen Löf',
  'Tere, töö on valmis, näen peadäärt jäääärt',
  '¿Cuándo llega el envío? ¡Gracias!',
  'Não recebi a encomenda, João',
  'Order:\n\u00a0\u00a0\u00a0 2 cups\n\u00a0\u00a0\u00a0 1 pot\nThanks',
  'We need:\n·\u00a0\u00a0\u00a0\u00a0 2 cups\n·\u00a0\u00a0\u00a0\u00a0 1 pot',
  'She wrote “please call…” – and it’s £ 25',
  'Øl og smørrebrød på Ærø',
  'Þórður Ægisson',
  'Ça va? Où êtes-vous? À bientôt',
  'Él pidió azúcar',
  'Die Übergröße kostet 30 €, Grüße aus Österreich',
  'Müller, Ümit, Émile, Åse',
];
const CHINESE = [
  '请问发票什么时候寄出？',
  '张伟',
  '订单还没收到，麻烦帮我查一下，谢谢！',
  '我想买两罐龙井茶',
  '退货地址是哪里',
  '您好，我上周下的订单2031还没有收到',
];
const TRADITIONAL = ['請問發票什麼時候寄出？', '訂單還沒收到，麻煩幫我查一下，謝謝！', '我想買兩罐烏龍茶'];
const JAPANESE = [
  '注文について',
  'お世話になっております。商品がまだ届いていません。',
  'キャンセルしたいです',
  'ご注文ありがとうございます',
];
const KOREAN = ['배송이 언제 되나요?', '주문을 취소하고 싶습니다. 감사합니다.'];
const RUSSIAN = ['Счёт на оплату', 'Здравствуйте, где мой заказ?', 'Спасибо большое! Анна'];

const written: [charset: string, texts: string[]][] = [
  ['windows-1252', WESTERN],
  ['gb18030', CHINESE],
  ['big5-hkscs', TRADITIONAL],
  ['shift_jis', JAPANESE],
  ['euc-jp', JAPANESE],
  ['cp949', KOREAN],
  ['windows-1251', RUSSIAN],
  ['koi8-r', RUSSIAN],
];
const cases = written.flatMap(([charset, texts]) => texts.map((text) => [charset, text] as const));

describe('bytes without a label that says anything', () => {
  test.each(cases)('in %s are read as they were written: %j', (charset, text) => {
    const bytes = iconv.encode(text, charset);
    expect(decodeText(bytes)).toBe(text);
    expect(decodeText(bytes, 'unknown-8bit')).toBe(text);
  });

  test.each(cases.filter(([charset]) => charset !== 'windows-1252'))(
    'in %s count for more than a label of Latin-1: %j',
    (charset, text) => {
      expect(decodeText(iconv.encode(text, charset), 'iso-8859-1')).toBe(text);
    },
  );

  test.each(WESTERN)('of a Western label are Western: %j', (text) => {
    for (const label of ['iso-8859-1', 'us-ascii', 'Windows-1252', '"latin1"', 'cp1252'])
      expect(decodeText(iconv.encode(text, 'windows-1252'), label)).toBe(text);
  });

  test.each([
    'Calle Luna 8, 3º D',
    'Rua Nova 12, 5º andar',
    'Pedido nº 1042',
    '2ª planta',
    'Mª José',
    'N.º 3',
    '20 m³ of water, 5 m³/h',
    '10³',
    'H²O',
    '5 µm',
    '100 µl',
    '±5 mm',
    '2×4 m',
    '10 ÷ 2',
    '¥500',
    '3×',
  ])('a single sign beside figures and units is one: %j', (text) => {
    for (const label of ['', 'us-ascii', 'iso-8859-1', 'windows-1252'])
      expect(decodeText(iconv.encode(text, 'windows-1252'), label)).toBe(text);
  });

  test.each([
    '¿Cuándo estará? ¡Año nuevo! Ññ ÁÉÍ',
    '¿Qué?',
    '¿Ñandú?',
    'Rødgrød på fløde, æøå ÆØÅ',
    'ert þú með te?',
    'A¹',
    'ÅÄÖ',
    'ÆØÅ æøå',
    'ÄÖÜ ß',
    'öö!',
    'ÑÑ',
    'ÉÀ',
    'ÖÄ 12',
    'Please engrave the letters ÅÄÖ on the lid',
    'Gravur: “ÄÖÜ”',
    'ÆØÅ.pdf',
    'áéíóú',
    'ÂÊÎÔÛ',
    'Bitte um Rück\xadruf',
    'Kunden\xadnummer: 77, Rechnungs\xadadresse: Köln',
    'Donau\xaddampf\xadschiff',
    'Je vou\xaddrais un rem\xadbour\xadse\xadment',
    'Kreuz\xadfahrt\xa0\xa0ÄÄ',
    'Grö\xadße 38',
    'éèêë àâ',
    'ÀÁÂÃÄÅÆÇÈÉÊË',
  ])('of the name of Latin-1 are believed where they can be it: %j', (text) => {
    for (const label of ['iso-8859-1', 'Windows-1252', '"latin1"'])
      expect(decodeText(iconv.encode(text, 'windows-1252'), label)).toBe(text);
  });

  test.each(['Kunden\xadnummer 77', 'Bestell\xadnummer', 'Størrelse æøå', 'Åäö', 'æøå', '£££ 25', '¿¿Qué??'])(
    'are Western where nothing else has such words, without a label too: %j',
    (text) => {
      for (const label of ['', 'us-ascii', 'iso-8859-1'])
        expect(decodeText(iconv.encode(text, 'windows-1252'), label)).toBe(text);
    },
  );

  test.each([
    ['big5-hkscs', '請訂購'],
    ['big5-hkscs', '我要紅色'],
    ['big5-hkscs', 'iPhone紅色要訂兩個'],
    ['gb18030', 'Kim要订两个'],
    ['shift_jis', 'ﾆｭﾜ'],
    ['windows-1251', 'пере\xadнос'],
    ['cp949', '안녕하세요 주문'],
  ])('control: what may look like a soft hyphen in %s is none: %s', (charset, text) => {
    const plain = decodeText(iconv.encode(text, charset), '');
    expect(decodeText(iconv.encode(text, charset), 'iso-8859-1')).toBe(plain);
    expect(plain).not.toMatch(/[ÆØÐ½­]\w/);
  });

  test.each([
    ['windows-1251', 'да нет ок ну за це дед где тут его Да НЕТ'],
    ['koi8-r', 'да нет их за дед Да'],
    ['windows-1253', 'ναι και το για δε Ναι'],
    ['gb18030', '是 行 有 能 少 好的 可以'],
    ['big5-hkscs', '是 謝謝 陳'],
    ['euc-jp', 'はい 茶 先'],
  ])('control: short words in %s are believed more than that name: %s', (charset, words) => {
    for (const word of words.split(' ').filter((word) => decodeText(iconv.encode(word, charset), '') === word))
      expect(decodeText(iconv.encode(word, charset), 'iso-8859-1')).toBe(word);
  });

  test.each(['Zażółć gęślą jaźń', 'kiedy wysyłka? żółty kubek', 'to może być', '25 zł', 'Łatwo'])(
    'control: what Latin-1 cannot explain is Polish under its name as well: %j',
    (text) => {
      expect(decodeText(iconv.encode(text, 'windows-1250'), 'iso-8859-1')).toBe(text);
    },
  );

  test.each([...CHINESE, ...RUSSIAN, ...WESTERN])('that are UTF-8 are UTF-8, also cut in mid-character: %j', (text) => {
    const bytes = Buffer.from(`${text} ${text}`);
    expect(decodeText(bytes)).toBe(`${text} ${text}`);
    for (const cut of [1, 2]) {
      const read = decodeText(bytes.subarray(0, -cut));
      expect(read.startsWith(`${text} `)).toBe(true);
    }
  });
});

describe('a label that names a charset', () => {
  test.each([
    ['cp850', 'Größe', 'cp850'],
    ['IBM437', 'Größe', 'cp437'],
    ['x-sjis', '注文', 'shift_jis'],
    ['windows-31j', '①注文', 'shift_jis'],
    ['gb2312', '朱镕基', 'gb18030'],
    ['x-gbk', '茶铺', 'gb18030'],
    ['big5', '你哋嘅', 'big5-hkscs'],
    ['Big5-HKSCS', '你哋嘅', 'big5-hkscs'],
    ['ks_c_5601-1987', '안녕', 'cp949'],
    ['iso-8859-2', 'Żółw', 'iso-8859-2'],
    ['iso-8859-15', '25 €', 'iso-8859-15'],
    ['"koi8-u"', 'Їжак', 'koi8-u'],
    ['iso-8859-9', 'İstanbul', 'windows-1254'],
    ['unicode-1-1-utf-7', 'Größe', 'utf-7'],
    ['utf-16le', 'Größe', 'utf-16le'],
  ])('%s is believed: %j', (label, text, charset) => {
    expect(decodeText(iconv.encode(text, charset), label)).toBe(text);
  });

  test.each([
    ['iso-2022-jp', '\x1b$B$3$s$K$A$O\x1b(B abc', 'こんにちは abc'],
    ['ISO-2022-JP', '\x1b$B$3$s\x1b(B\r\n\x1b$B$K$A$O\x1b(J', 'こん\r\nにちは'],
    ['iso-2022-jp-1', '\x1b(I1\x1b(B', 'ｱ'],
    ['iso-2022-kr', '\x1b$)C\x0e>H3g\x0f ok', '안녕 ok'],
    ['hz-gb-2312', '~{<:Ky~} ok', '己所 ok'],
  ])('%s switches as it goes: %j', (label, bytes, text) => {
    expect(decodeText(Buffer.from(bytes, 'latin1'), label)).toBe(text);
  });

  test('is followed on every Node alike in 0x80 to 0x9F of Windows', () => {
    const bytes = Buffer.from([0x80, 0x82, 0x85, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97, 0x99]);
    for (const label of ['windows-1252', 'iso-8859-1', '']) expect(decodeText(bytes, label)).toBe('€‚…‘’“”•–—™');
  });

  test('is one name, however it is written', () => {
    for (const label of ['UTF8', ' utf-8 ', 'charset=UTF-8', "'utf-8'", 'x-utf-8'])
      expect(charsetOf(label)).toBe('utf-8');
    for (const label of ['', 'x-unknown', 'base64', 'hex', 'no-such', 'us-ascii']) expect(charsetOf(label)).toBe('');
  });

  test('does not hide characters beyond U+FFFF that were written as two halves', () => {
    expect(decodeText(Buffer.from('ok \xed\xa0\xbd\xed\xb8\x80!', 'latin1'), 'utf-8')).toBe('ok 😀!');
  });
});

describe('pieces of one text', () => {
  test('cut anywhere are the text again', () => {
    fc.assert(
      fc.property(fc.constantFrom(...cases), fc.nat(), ([charset, text], at) => {
        const bytes = iconv.encode(text, charset);
        const cut = at % bytes.length;
        expect(decodePieces([bytes.subarray(0, cut), bytes.subarray(cut)], charset)).toBe(text);
      }),
    );
  });

  test('that each begin their charset anew are read apart', () => {
    const piece = Buffer.from('\x1b$B$3$s$K\x1b(B', 'latin1');
    expect(decodePieces([piece, Buffer.from('\x1b$B$A$O\x1b(B')], 'iso-2022-jp')).toBe('こんにちは');
  });
});

describe('words of a header in a charset that switches', () => {
  const NAMES = ['山田太郎', '山田 太郎 Taro', '中国剥皮', '山田(株)営業部'];
  const KOREAN = ['한국 사람', 'Kim 김철수'];
  const samples: [string, string, string][] = [
    ...NAMES.slice(0, 2).map((name): [string, string, string] => ['iso-2022-jp', name, japanese(name)]),
    ['iso-2022-jp', NAMES[3]!, japanese(NAMES[3]!)],
    ['hz-gb-2312', NAMES[2]!, hz(NAMES[2]!)],
    ['iso-2022-kr', KOREAN[0]!, korean(KOREAN[0]!)],
    ['iso-2022-kr', KOREAN[1]!, korean(KOREAN[1]!)],
  ];
  const inB = (bytes: string) => Buffer.from(bytes, 'latin1').toString('base64');
  const inQ = (bytes: string) =>
    [...bytes].map((one) => `=${one.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`).join('');

  test.each(samples)('(%s: %s) cut anywhere are the words', (charset, name, bytes) => {
    for (let cut = 1; cut < bytes.length; cut++)
      for (const [kind, coded] of [['B', inB] as const, ['Q', inQ] as const]) {
        const words = [bytes.slice(0, cut), bytes.slice(cut)].map((piece) => `=?${charset}?${kind}?${coded(piece)}?=`);
        expect(decodeWords(words.join(' ')), `${kind} at ${cut}`).toBe(name);
      }
  });

  test('cut twice within one run are the words', () => {
    const bytes = japanese('山田太郎');
    const words = [bytes.slice(0, 5), bytes.slice(5, 8), bytes.slice(8)].map((one) => `=?ISO-2022-JP?B?${inB(one)}?=`);
    expect(decodeWords(words.join('\r\n '))).toBe('山田太郎');
  });

  test('control: a run that is never closed does not reach the plain words after it', () => {
    expect(decodeWords('=?ISO-2022-JP?B?GyRCOzNFRA==?= =?ISO-2022-JP?Q?Taro_Yamada?=')).toBe('山田Taro Yamada');
  });
});

/** ISO-2022-JP out of EUC-JP: seven bits between escapes. */
function japanese(text: string): string {
  return switched(iconv.encode(text, 'euc-jp').toString('latin1'), '\x1b$B', '\x1b(B');
}

function hz(text: string): string {
  return switched(iconv.encode(text, 'gbk').toString('latin1'), '~{', '~}');
}

function korean(text: string): string {
  return `\x1b$)C${switched(iconv.encode(text, 'euc-kr').toString('latin1'), '\x0e', '\x0f')}`;
}

function switched(eight: string, open: string, close: string): string {
  return eight.replace(/[\x80-\xff]+/g, (run) => {
    const seven = run.replace(/./gs, (one) => String.fromCharCode(one.charCodeAt(0) & 0x7f));
    return `${open}${seven}${close}`;
  });
}

describe('raw 8-bit headers', () => {
  const mail = (subject: Buffer, charset: string) =>
    Buffer.concat([
      Buffer.from('Subject: '),
      subject,
      Buffer.from(`\r\nContent-Type: text/plain; charset="${charset}"\r\n\r\nhi`),
    ]);

  test.each(cases)('in %s are read by their bytes: %j', (charset, text) => {
    if (text.includes('\n')) return;
    expect(readHeaders(mail(iconv.encode(text, charset), 'us-ascii')).get('subject')).toEqual([text]);
  });

  test('are in the charset of the mail itself, where that fits', () => {
    // these bytes are fine Latin-1 as well
    expect(readHeaders(mail(iconv.encode('Жук', 'koi8-r'), 'koi8-r')).get('subject')).toEqual(['Жук']);
    expect(readHeaders(mail(iconv.encode('Łódź', 'iso-8859-2'), 'iso-8859-2')).get('subject')).toEqual(['Łódź']);
    expect(readHeaders(mail(iconv.encode('ÅÄÖ', 'iso-8859-1'), 'iso-8859-1')).get('subject')).toEqual(['ÅÄÖ']);
    expect(readHeaders(mail(iconv.encode('да', 'windows-1251'), 'iso-8859-1')).get('subject')).toEqual(['да']);
  });
});

describe('UTF-8 with a few stray bytes in it', () => {
  const POLISH = ['Dzień dobry, kiedy wysyłka?', 'Zażółć gęślą jaźń, dziękuję'];
  const GREEK = ['Καλημέρα, πότε θα έρθει η παραγγελία;', 'Ευχαριστώ πολύ'];
  const sources = [...WESTERN, ...CHINESE, ...TRADITIONAL, ...JAPANESE, ...KOREAN, ...RUSSIAN, ...POLISH, ...GREEK];
  const wide = sources.filter((text) => /[^\0-\x7f]/.test(text));
  /** The characters of `text` in their order, whatever stands between them. */
  const holds = (read: string, text: string) => {
    let at = 0;
    for (const character of text) {
      const found = read.indexOf(character, at);
      if (found < 0) return false;
      at = found + character.length;
    }
    return true;
  };
  // the bytes of é, ü, ß, ©, £, ’ and … in windows-1252
  const stray = fc.constantFrom(0xe9, 0xfc, 0xdf, 0xa9, 0xa3, 0x92, 0x85);

  test('keeps every other character, whatever the language and wherever they stand', () => {
    const strays = fc.array(fc.tuple(fc.nat(), stray), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(fc.constantFrom(...wide), fc.constantFrom(...wide), strays, (first, second, inserted) => {
        const text = `${first}\n${second}`;
        const pieces = [...text].map((character) => [...Buffer.from(character)]);
        for (const [place, byte] of inserted) pieces.splice(place % (pieces.length + 1), 0, [byte]);
        expect(holds(decodeText(Uint8Array.from(pieces.flat()), 'utf-8'), text)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    ['Können Sie liefern?\n-- \nCaf', [0xe9], 'Können Sie liefern?\n-- \nCafé'],
    ['Olá, tudo bem? ', [0xa9, 0x20, 0x32, 0x30], 'Olá, tudo bem? © 20'],
    ['Dzień dobry ', [0xa9], 'Dzień dobry ©'],
    ['Grü', [0xc3], 'Grü\ufffd'],
    ['25 £, 30 € and caf', [0xe9], '25 £, 30 € and café'],
  ])('%s', (text, bytes, read) => {
    expect(decodeText(Buffer.concat([Buffer.from(text), Buffer.from(bytes)]), 'utf-8')).toBe(read);
  });

  test.each(cases)('control: what is declared UTF-8 and is %s is still read: %j', (charset, text) => {
    if (/[^\0-\x7f]{2}|\s\S*[^\0-\x7f]/.test(text)) expect(decodeText(iconv.encode(text, charset), 'utf-8')).toBe(text);
  });
});
