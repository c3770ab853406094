import { serveJobs } from '../thread_jobs.ts';
import type { Pdf, PdfDocument } from './document.ts';
import { setDocument } from './set.ts';

// The program of the thread that sets documents (render.ts).
serveJobs(
  (document: PdfDocument): Promise<Pdf> => setDocument(document),
  ({ bytes }) => [bytes.buffer as ArrayBuffer],
);
