import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { readTable } from '../../../src/files/table/read.ts';
import { UnreadableTable } from '../../../src/files/table/table.ts';
import { zipOf } from '../../../src/files/zip.ts';
import { csv, unguarded } from '../../../src/text/csv.ts';

const cellsOf = async (bytes: Buffer | string) =>
  (await readTable(Buffer.from(bytes as string), 'CN')).rows.map(({ cells }) => cells);

const PEOPLE = [
  ['姓名', '电话', '备注'],
  ['张三', '13800138000', '喜欢龙井，要老客户价'],
  ['李四', '13900139000', '第一行\n第二行 "引号"'],
];
const textOf = (mark: string) =>
  PEOPLE.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(mark)).join('\r\n');

describe('a table of people', () => {
  it.each([
    ...['utf8', 'gb18030', 'big5', 'utf-16le', 'utf-16be'].flatMap((charset) =>
      [',', ';', '\t', '|'].map((mark) => [charset, mark] as const),
    ),
  ])('in %s with %j between its cells is read by evidence', async (charset, mark) => {
    const text =
      charset === 'big5'
        ? textOf(mark)
            .replaceAll('欢', '歡')
            .replaceAll('龙', '龍')
            .replaceAll('户', '戶')
            .replaceAll('价', '價')
            .replaceAll('张', '張')
            .replaceAll('电', '電')
            .replaceAll('话', '話')
            .replaceAll('备', '備')
            .replaceAll('注', '註')
            .replaceAll('号', '號')
        : textOf(mark);
    for (const addBOM of charset.startsWith('ut') ? [true, false] : [false]) {
      const rows = await cellsOf(iconv.encode(text, charset, { addBOM }));
      expect(rows.map((row) => row.length)).toEqual([3, 3, 3]);
      if (charset !== 'big5') expect(rows).toEqual(PEOPLE);
      else expect(rows[1]![0]).toBe('張三');
    }
  });

  it('keeps ragged rows, and says which line a quote is never closed in', async () => {
    expect(await cellsOf('sep=;\na;b\n1;2;3\n4\n')).toEqual([['a', 'b'], ['1', '2', '3'], ['4']]);
    const { rows, faults } = await readTable(Buffer.from('name,phone\n"Anna,13800138000\nTom,13900139000\n'), 'CN');
    expect(rows.at(-1)!.cells).toEqual(['Tom', '13900139000']);
    expect(faults.map(({ reason }) => reason)).toEqual(['quote']);
  });

  it('of Excel has its dates as days and its numbers with all their digits', async () => {
    const sheet = [
      [{ value: 'Name' }, { value: 'Phone' }, { value: 'Born' }],
      [
        { value: 'Anna' },
        { value: 13800138000, type: Number },
        { value: new Date('1990-05-01T00:00:00Z'), type: Date, format: 'yyyy-mm-dd' },
      ],
    ];
    const bytes = await writeExcelFile(sheet as never, { buffer: true } as never);
    const buffer = Buffer.isBuffer(bytes)
      ? bytes
      : await (bytes as unknown as { toBuffer(): Promise<Buffer> }).toBuffer();
    expect(await cellsOf(buffer)).toEqual([
      ['Name', 'Phone', 'Born'],
      ['Anna', '13800138000', '1990-05-01'],
    ]);
  });

  it('of cards has a row a card: versions 2.1, 3 and 4, folded, quoted-printable, in their charsets', async () => {
    const qp = [...iconv.encode('张三', 'gbk')].map((byte) => `=${byte.toString(16).toUpperCase()}`).join('');
    const { header, rows } = await readTable(
      Buffer.from(
        [
          ...['BEGIN:VCARD', 'VERSION:2.1', `FN;CHARSET=GBK;ENCODING=QUOTED-PRINTABLE:${qp.slice(0, 6)}=`, qp.slice(6)],
          ...['TEL;CELL:13800138000', 'TEL;WORK:021-55556666', 'END:VCARD', 'BEGIN:VCARD', 'VERSION:3.0'],
          ...[
            'N:Smith;Anna;;;',
            'FN:Anna Smith',
            'item1.EMAIL;TYPE=INTERNET:anna@exam',
            ' ple.com',
            'item1.X-ABLabel:Home',
          ],
          ...['NOTE:likes\\, oolong\\nand tea', 'PHOTO;ENCODING=b:AAAA', 'END:VCARD', 'BEGIN:VCARD', 'VERSION:4.0'],
          ...['FN:Tom', 'TEL;VALUE=uri;TYPE="voice,home":tel:+1-212-555-0100', 'CATEGORIES:vip,old', 'END:VCARD'],
        ].join('\r\n'),
      ),
      'CN',
    );
    const people = rows.map(({ cells }) =>
      Object.fromEntries(cells.flatMap((cell, at) => (cell ? [[header![at], cell]] : []))),
    );
    expect(people).toEqual([
      { FN: '张三', TEL: '13800138000', 'TEL 2': '021-55556666' },
      {
        FN: 'Anna Smith',
        'N family': 'Smith',
        'N given': 'Anna',
        EMAIL: 'anna@example.com',
        NOTE: 'likes, oolong\nand tea',
      },
      { FN: 'Tom', TEL: '+1-212-555-0100', CATEGORIES: 'vip, old' },
    ]);
  });

  it('of a page that a shop saved as .xls has its rows, without what is not shown', async () => {
    const page = `<html><head><meta charset="utf-8"><style>td { color: red }</style></head><body><table border="1">
      <tr><th>Name</th><th>Email</th></tr>
      <!-- <tr><td>nobody</td></tr> -->
      <tr><td>Anna &amp; Bo&nbsp;Smith</td><td><a href="mailto:x@y.de">anna@example.com</a></td></tr>
      <tr><td>Tom<br>Jones<td>tom@example.com
    </table></body></html>`;
    expect(await cellsOf(page)).toEqual([
      ['Name', 'Email'],
      ['Anna & Bo Smith', 'anna@example.com'],
      ['Tom Jones', 'tom@example.com'],
    ]);
  });

  it('is read though a NUL has strayed into a name; a program is not', async () => {
    expect(await cellsOf('Name,Email\nAn\0na,anna@example.com\n')).toHaveLength(2);
    await expect(cellsOf(Buffer.from('\x7fELF\x02\x01\x01\0\0\x03\0>\x01\x05\x06'))).rejects.toBeInstanceOf(
      UnreadableTable,
    );
  });

  it('of pasted lines has a row a person, with their WeChat', async () => {
    const { header, rows } = await readTable(
      Buffer.from('1. 张三 13800138000 微信：zhang_san88\n2. 李四 13900139000\n'),
      'CN',
    );
    expect(header).toEqual(['name', 'phone', 'mail', 'wechat', 'tags', 'city', 'note']);
    expect(rows.map(({ cells }) => cells.slice(0, 4))).toEqual([
      ['张三', '13800138000', '', 'zhang_san88'],
      ['李四', '13900139000', '', ''],
    ]);
  });

  it('whatever its bytes are is read, or refused with a reason', async () => {
    const start = fc.constantFrom('', 'PK\x03\x04', '\xff\xfe', '\xef\xbb\xbf', 'BEGIN:VCARD\n', '"', 'a,b\n"');
    await fc.assert(
      fc.asyncProperty(start, fc.uint8Array({ maxLength: 300 }), async (beginning, bytes) => {
        await readTable(Buffer.concat([Buffer.from(beginning, 'latin1'), bytes]), 'CN').catch((error: unknown) => {
          expect(error).toBeInstanceOf(UnreadableTable);
        });
      }),
      { numRuns: 300 },
    );
  });
});

describe('a file that we write', () => {
  it('comes back as it was: formulas, quotes, newlines, characters of any plane', async () => {
    const cell = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('=1+1', "'=1", "''-x", '\t=1', '+86138', '@a', 'a"b', 'a\nb', '𠮷野家', '👩‍👩‍👧', '-', "'"),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 }), async (written) => {
        const texts = written.map((row) => ['x', ...row].map((one) => one.replace(/(?![\n\t])\p{Cc}/gu, '')));
        const rows = await cellsOf(csv([['a', 'b', 'c'], ...texts]));
        expect(rows.slice(1).map((row) => row.map(unguarded))).toEqual(texts);
      }),
      { numRuns: 200 },
    );
  });
});

describe('a workbook', () => {
  const NS = 'http://schemas.openxmlformats.org';
  /** A sheet with these rows, as small as it can be. */
  async function workbook(rows: string, place = 'worksheets/sheet1.xml', styles = ''): Promise<Buffer> {
    const one = (id: string, type: string, target: string) =>
      `<Relationship Id="${id}" Type="${NS}/officeDocument/2006/relationships/${type}" Target="${target}"/>`;
    const rel = (id: string, type: string, target: string) =>
      `<Relationships xmlns="${NS}/package/2006/relationships">${one(id, type, target)}${styles && one('rId9', 'styles', 'styles.xml')}</Relationships>`;
    const main = `${NS}/spreadsheetml/2006/main`;
    const files = {
      '[Content_Types].xml': `<Types xmlns="${NS}/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
      '_rels/.rels': rel('rId1', 'officeDocument', 'xl/workbook.xml'),
      'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${NS}/officeDocument/2006/relationships"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      'xl/_rels/workbook.xml.rels': rel('rId1', 'worksheet', place),
      [`xl/${place}`]: `<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`,
      ...(styles && { 'xl/styles.xml': `<styleSheet xmlns="${main}">${styles}</styleSheet>` }),
    };
    async function* entries() {
      for (const [name, text] of Object.entries(files))
        yield {
          name,
          pieces: (async function* () {
            yield text;
          })(),
        };
    }
    const pieces: Buffer[] = [];
    for await (const piece of zipOf(entries())) pieces.push(piece);
    return Buffer.concat(pieces);
  }
  const cell = (at: string, text: string) => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
  const first = `<row r="1">${cell('A1', 'name')}</row>`;

  it('whose cells do not say where they stand has them one behind the other', async () => {
    const bare = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
    const rows = `<row>${bare('Name')}${bare('Phone')}</row><row r="3">${bare('Anna')}<c/>${bare('tea')}</row>`;
    expect(await cellsOf(await workbook(rows))).toEqual([
      ['Name', 'Phone', ''],
      ['Anna', '', 'tea'],
    ]);
    const mixed = `<row r="1">${cell('B1', 'Name')}${bare('Phone')}</row>`;
    expect(await cellsOf(await workbook(mixed))).toEqual([['', 'Name', 'Phone']]);
  });

  it('has its times to the minute, each of the day', async () => {
    const styles = '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="22" applyNumberFormat="1"/></cellXfs>';
    const times = Array.from({ length: 48 }, (_, half) => half * 30);
    const rows = times.map(
      (minutes, at) => `<row r="${at + 1}"><c r="A${at + 1}" s="1"><v>${46_000 + minutes / 1440}</v></c></row>`,
    );
    const clock = (minutes: number) =>
      [Math.floor(minutes / 60), minutes % 60].map((one) => String(one).padStart(2, '0')).join(':');
    expect(await cellsOf(await workbook(rows.join(''), 'worksheets/sheet1.xml', styles))).toEqual(
      times.map((minutes) => [minutes === 0 ? '2025-12-09' : `2025-12-09 ${clock(minutes)}`]),
    );
  });

  it('has its characters whole, however they are written', async () => {
    const written = '&#128512; &#x20BB7; &#x1f375; &#233; 𠮷 &amp; &lt;b&gt; &#x41;';
    const rows = `<row r="1">${cell('A1', 'name')}</row><row r="2">${cell('A2', written)}</row>`;
    expect(await cellsOf(await workbook(rows))).toEqual([['name'], ['😀 𠮷 🍵 é 𠮷 & <b> A']]);
  });

  it('with one cell far out is refused before a table of that size is made; an empty cell there is nothing', async () => {
    const far = await workbook(`${first}<row r="1048576">${cell('XFD1048576', 'x')}</row>`);
    await expect(readTable(far, 'CN')).rejects.toMatchObject({ reason: 'too_wide' });
    const long = await workbook(`${first}<row r="1048576">${cell('CV1048576', 'x')}</row>`);
    await expect(readTable(long, 'CN')).rejects.toMatchObject({ reason: 'too_long' });
    for (const written of [
      `<c r='XFD1048576' t='inlineStr'><is><t>x</t></is></c>`,
      `<c t="inlineStr" x="/>" r = "XFD1048576"><is><t>x</t></is></c>`,
      `<x:c r="XFD1048576" t="inlineStr" x="/>"><is><t>x</t></is></x:c>`,
      `<c ${'a="b" '.repeat(200)}r="XFD1048576" t="inlineStr"><is><t>x</t></is></c>`,
    ])
      await expect(
        readTable(await workbook(`${first}<row r="1048576">${written}</row>`), 'CN'),
        written.slice(0, 80),
      ).rejects.toMatchObject({ reason: 'too_wide' });
    const stray = await workbook(`${first}<row r="1048576">${cell('A1048576', 'x')}</row>`);
    expect((await readTable(stray, 'CN')).rows.map(({ line }) => line)).toEqual([1, 1_048_576]);
    const styled = await workbook(`${first}<row r="1048576"><c r="XFD1048576" s="1"/></row>`);
    expect((await readTable(styled, 'CN')).rows).toHaveLength(1);
  });

  const text = '<is><t>x</t></is></c>';
  it.each([
    ['too_wide', cell('ZZZ2', 'x')],
    ['not_a_table', cell('ZZZZZZ2', 'x')],
    ['not_a_table', cell('ZZZZZZ999999999', 'x')],
    ['too_long', cell('A1048577', 'x')],
    ['not_a_table', cell('A1e9', 'x')],
    ['not_a_table', cell('zzz2', 'x')],
    ['not_a_table', cell('&#90;ZZZZZ2', 'x')],
    ['not_a_table', cell('A0', 'x')],
    ['not_a_table', `<c x:r="ZZZZZZ2" t="inlineStr">${text}`],
    ['not_a_table', `<c r="A2" x:r="ZZZZZZ2" t="inlineStr">${text}`],
    ['not_a_table', `<${'x'.repeat(200_000)}:c r="ZZZZZZ2" t="inlineStr">${text}`],
    ['not_a_table', `<é:c r="ZZZZZZ2" t="inlineStr">${text}`],
    ['not_a_table', `<c x="<" r="ZZZZZZ2" t="inlineStr">${text}`],
    ['not_a_table', `<c x='">' r="ZZZZZZ2" t="inlineStr">${text}`],
    ['not_a_table', `<c${' '.repeat(9_000)}r="ZZZZZZ2" t="inlineStr">${text}`],
    ['not_a_table', `<c r=ZZZZZZ2 t="inlineStr">${text}`],
    ['not_a_table', `</row><row r="99999999999">${cell('A2', 'x')}`],
    ['not_a_table', `</row><row r="Infinity">${cell('A2', 'x')}`],
  ])('with a place that no sheet has is %s before the library sees it: %.60s', async (reason, written) => {
    const bytes = await workbook(`${first}<row>${written}</row>`);
    await expect(readTable(bytes, 'CN')).rejects.toMatchObject({ reason });
  });

  it('is refused as well where its sheet lies elsewhere, and read where only its words look like a cell', async () => {
    const rows = `<row r="1">${cell('A1', 'name')}</row><row r="2">${cell('ZZZZZZ2', 'x')}</row>`;
    for (const place of ['sheet1.xml', 'worksheets/deep/sheet1.xml', 'WORKSHEETS/Sheet1.xml'])
      await expect(readTable(await workbook(rows, place), 'CN'), place).rejects.toMatchObject({
        reason: 'not_a_table',
      });
    const words = 'c r="ZZZZZZ2" &lt;c r="ZZZZZZ2">';
    const said = await workbook(`<row r="1">${cell('A1', 'name')}</row><row r="2">${cell('A2', words)}</row>`, 'a.xml');
    expect(await cellsOf(said)).toEqual([['name'], ['c r="ZZZZZZ2" <c r="ZZZZZZ2">']]);
  });

  it('ends nothing, whatever places its cells name, in whatever piece of the file they fall', async () => {
    const letters = fc.string({ unit: fc.constantFrom('A', 'Z', 'X', 'z', ' ', '&#65;', '$'), maxLength: 8 });
    const digits = fc.string({ unit: fc.constantFrom('0', '1', '9', 'e', '.', '-', 'x'), maxLength: 12 });
    const spaces = fc.nat(40_000).map((count) => ' '.repeat(count));
    await fc.assert(
      fc.asyncProperty(letters, digits, spaces, async (column, row, gap) => {
        const bytes = await workbook(`${first}<row>${gap}<c${gap} r="${column}${row}" t="inlineStr">${text}</row>`);
        const read = await readTable(bytes, 'CN').catch((error: unknown) => error);
        // a row may begin with noughts: it is bounded all the same
        const isPlace = /^[A-Z]{1,3}\d{1,7}$/.test(`${column}${row}`);
        if (!isPlace) expect(read).toMatchObject({ reason: 'not_a_table' });
      }),
      { numRuns: 150 },
    );
  });
});

it('a card with very many parameters is read in time in proportion to them', async () => {
  const { rows } = await readTable(
    Buffer.from(`BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Anna\r\nTEL${';A=1'.repeat(200_000)}:13800138000\r\nEND:VCARD\r\n`),
    'CN',
  );
  expect(rows).toHaveLength(1);
});
