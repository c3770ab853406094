/** What we use of pdfmake 0.3; its own types would bring those of a browser into all of our code. */
declare module 'pdfmake' {
  const pdfmake: {
    setFonts(fonts: Record<string, Record<string, string>>): void;
    /** Which addresses a document may fetch. */
    setUrlAccessPolicy(allows: (url: string) => boolean): void;
    /** Which files it may read. */
    setLocalAccessPolicy(allows: (path: string) => boolean): void;
    createPdf(definition: object): { getBuffer(): Promise<Uint8Array> };
  };
  export default pdfmake;
}
