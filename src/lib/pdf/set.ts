import { fileURLToPath } from 'node:url';
import pdfmake from 'pdfmake';
import { ROOT } from '../root.ts';
import type { Fact, Pdf, PdfDocument, Section } from './document.ts';
import { canSet, settable } from './letters.ts';

/** A node of pdfmake's document: words, or a stack, columns or a table of others. */
type Content = Readonly<Record<string, unknown>>;

const fontFile = (name: string): string => fileURLToPath(new URL(`assets/fonts/${name}.ttf`, ROOT));

const FONTS = { Noto: { normal: fontFile('regular'), bold: fontFile('bold') } };
const OURS = new Set(Object.values(FONTS.Noto));
const GREY = '#555555';
const LINE = '#cccccc';
/** In points, of which a page of A4 is 595 wide. */
const MARGIN = 48;
const PICTURE: [number, number] = [150, 64];

/** Sets a document; the fonts are the only files that it may read, and there is nothing that it may fetch. */
export async function setDocument(document: PdfDocument): Promise<Pdf> {
  pdfmake.setFonts(FONTS);
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path) => OURS.has(path));
  const lacking = new Set<string>();
  const buffer = await pdfmake.createPdf(definition(document, lacking)).getBuffer();
  return { bytes: new Uint8Array(buffer), lacking: [...lacking] };
}

function definition(document: PdfDocument, lacking: Set<string>): Content {
  const plain = (words: string) => settable(words, lacking);
  const strong = (words: string) => {
    const text = plain(words);
    return { text, bold: canSet('bold', text) };
  };
  const { title, language, from, heading, to, facts, table, sums, sections } = document;
  const foot = plain(document.foot);
  return {
    pageSize: 'A4',
    pageMargins: [MARGIN, MARGIN, MARGIN, MARGIN + 12],
    defaultStyle: { font: 'Noto', fontSize: 10, lineHeight: 1.25 },
    info: { title: plain(title), author: plain(from.name) },
    language,
    footer: (page: number, pages: number) => ({
      text: foot.replace('{page}', String(page)).replace('{pages}', String(pages)),
      ...{ alignment: 'center', fontSize: 8, color: GREY, margin: [MARGIN, 14, MARGIN, 0] },
    }),
    content: [
      letterhead(from, { plain, strong }),
      { ...strong(heading), fontSize: 20, margin: [0, 18, 0, 10] },
      { columns: [factsOf(to, plain), factsOf(facts, plain)], columnGap: 24, margin: [0, 0, 0, 16] },
      tableOf(table, { plain, strong }),
      // a table without a row is none
      ...(sums.length > 0 ? [sumsOf(sums, { plain, strong })] : []),
      ...sections.map((section) => sectionOf(section, { plain, strong })),
    ],
  };
}

interface Setters {
  plain: (words: string) => string;
  strong: (words: string) => { text: string; bold: boolean };
}

function letterhead({ name, lines, picture }: PdfDocument['from'], { plain, strong }: Setters): Content {
  const who: Content = {
    stack: [
      { ...strong(name), fontSize: 13 },
      ...lines.map((line): Content => ({ text: plain(line), fontSize: 9, color: GREY })),
    ],
    width: '*',
  };
  if (!picture) return who;
  const type = picture[0] === 0x89 ? 'image/png' : 'image/jpeg';
  const image = `data:${type};base64,${Buffer.from(picture).toString('base64')}`;
  return { columns: [who, { image, fit: PICTURE, alignment: 'right', width: PICTURE[0] }], columnGap: 16 };
}

const factsOf = (facts: readonly Fact[], plain: Setters['plain']): Content => ({
  stack: facts.map(({ label, value }) => ({
    text: [{ text: `${plain(label)}  `, color: GREY }, plain(value)],
    margin: [0, 0, 0, 2],
  })),
});

function tableOf({ columns, rows }: PdfDocument['table'], { plain, strong }: Setters): Content {
  const head = columns.map(
    ({ title, align, width }): Content => ({
      ...strong(title),
      alignment: align,
      fillColor: '#f2f2f2',
      ...(width === 'own' && { noWrap: true }),
    }),
  );
  const body = rows.map((row) =>
    row.map((cell, nth): Content => {
      const { align, width } = columns[nth]!;
      return { text: plain(cell), alignment: align, ...(width === 'own' && { noWrap: true }) };
    }),
  );
  return {
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: columns.map(({ width }) => (width === 'rest' ? '*' : 'auto')),
      body: [head, ...body],
    },
    layout: {
      hLineWidth: () => 0.5,
      vLineWidth: () => 0,
      hLineColor: () => LINE,
      paddingTop: () => 5,
      paddingBottom: () => 3,
    },
  };
}

/** They stay together on one page. */
const sumsOf = (sums: PdfDocument['sums'], { plain, strong }: Setters): Content => ({
  unbreakable: true,
  margin: [0, 10, 0, 0],
  columns: [
    { text: '', width: '*' },
    {
      width: 'auto',
      table: {
        widths: ['auto', 'auto'],
        body: sums.map(({ label, value, strong: isStrong }): Content[] =>
          isStrong
            ? [
                { ...strong(label), fontSize: 12 },
                { ...strong(value), fontSize: 12, alignment: 'right', noWrap: true },
              ]
            : [
                { text: plain(label), color: GREY },
                { text: plain(value), alignment: 'right', noWrap: true },
              ],
        ),
      },
      layout: { hLineWidth: () => 0, vLineWidth: () => 0, paddingLeft: () => 12, paddingRight: () => 4 },
    },
  ],
});

const sectionOf = ({ title, text }: Section, { plain, strong }: Setters): Content => ({
  margin: [0, 16, 0, 0],
  stack: [{ ...strong(title), margin: [0, 0, 0, 3] }, { text: plain(text) }],
});
