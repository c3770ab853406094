/** html-to-text ships no types; this is the part we use. */
declare module 'html-to-text' {
  export interface HtmlElement {
    name?: string;
    attribs?: Record<string, string>;
    children?: HtmlElement[];
    next?: HtmlElement | null;
    parent?: HtmlElement | null;
    data?: string;
  }
  export interface TextBuilder {
    openBlock(options: { leadingLineBreaks: number }): void;
    closeBlock(options: { trailingLineBreaks: number }): void;
    addInline(text: string, options?: { noWordTransform?: boolean }): void;
    addLiteral(text: string): void;
    openList(options: { leadingLineBreaks: number; maxPrefixLength: number }): void;
    openListItem(options: { prefix: string }): void;
    closeListItem(): void;
    closeList(options: { trailingLineBreaks: number }): void;
  }
  export type Formatter = (
    element: HtmlElement,
    walk: (children: HtmlElement[] | undefined, builder: TextBuilder) => void,
    builder: TextBuilder,
  ) => void;
  export interface HtmlToTextOptions {
    wordwrap?: number | false;
    limits?: { maxInputLength?: number; maxDepth?: number; maxChildNodes?: number; ellipsis?: string };
    formatters?: Record<string, Formatter>;
    selectors?: { selector: string; format?: string; options?: Record<string, unknown> }[];
  }
  export function compile(options: HtmlToTextOptions): (html: string) => string;
}
