/** A business document of one table, as it is to be set on pages of A4. All words are plain text. */
export interface PdfDocument {
  /** Of the file, as readers of PDF show it. */
  title: string;
  /** BCP 47. */
  language: string;
  from: {
    name: string;
    lines: string[];
    /** A PNG or JPEG. */
    picture?: Uint8Array;
  };
  heading: string;
  /** To whom it is, and what it is: number, date. */
  to: Fact[];
  facts: Fact[];
  /** Its head stands on each page; a row is never parted. */
  table: {
    columns: { title: string; align: 'left' | 'right'; width: 'rest' | 'own' }[];
    rows: string[][];
  };
  sums: (Fact & { strong?: true })[];
  sections: Section[];
  /** At the foot of each page: {page} and {pages} stand for their numbers. */
  foot: string;
}

export interface Fact {
  label: string;
  value: string;
}

export interface Section {
  title: string;
  text: string;
}

export interface Pdf {
  bytes: Uint8Array;
  /** The characters that no font of ours has, each once: in the document its number stands in its place, [U+1F375]. */
  lacking: string[];
}
