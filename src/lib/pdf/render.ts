import { ROOT } from '../root.ts';
import { openThread } from '../thread.ts';
import type { Pdf, PdfDocument } from './document.ts';

/** Beside this file, or wherever the build puts it. */
const PROGRAM = import.meta.url.endsWith('.ts')
  ? new URL('pdf_thread.ts', import.meta.url)
  : new URL('dist/pdf_thread.js', ROOT);

/** One of forty lines is set in a quarter of a second. */
const LIMITS = { patienceMs: 30_000, memoryMb: 512 };

/**
 * Sets a document as a PDF, in a thread that lives as long as that takes.
 * @throws Error if it takes too long, or too much memory
 */
export async function renderPdf(document: PdfDocument): Promise<Pdf> {
  const thread = openThread(PROGRAM, LIMITS);
  try {
    return (await thread.run(document, [])) as Pdf;
  } finally {
    await thread.close();
  }
}
