import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Payload } from './fake_slack.ts';

export interface FakeFile {
  name: string;
  bytes: Buffer;
}

interface Kept extends FakeFile {
  type: string;
  /** Where its bytes are, if not at Slack. */
  external?: string;
}

const no = (error: string): Payload => ({ ok: false, error });

/** The files of a workspace: what people sent, and what the app uploads. */
export class FakeSlackFiles {
  readonly #root: string;
  readonly #token: string;
  readonly #kept = new Map<string, Kept>();
  readonly #expected = new Map<string, { name: string; length: number }>();
  /** The next upload breaks off in the middle. */
  cutNextUpload = false;
  #last = 0;

  constructor(root: string, token: string) {
    this.#root = root;
    this.#token = token;
  }

  /** Keeps somebody's file and returns what a message says about it. */
  keep(name: string, type: string, bytes: Buffer, external?: string): Payload {
    const id = `F0FILE${++this.#last}`;
    this.#kept.set(id, { name, type, bytes, ...(external && { external }) });
    return { id, name, mimetype: type, size: bytes.length };
  }

  forget(id: unknown): void {
    this.#kept.delete(String(id));
  }

  find(id: string): FakeFile | undefined {
    return this.#kept.get(id);
  }

  readonly methods: Record<string, (payload: Payload) => Payload> = {
    'files.info': ({ file }) => {
      const found = this.#kept.get(String(file));
      if (!found) return no('file_not_found');
      const url = found.external ?? `${this.#root}/files-pri/${String(file)}`;
      return { ok: true, file: { id: file, mode: 'hosted', mimetype: found.type, url_private_download: url } };
    },
    'files.getUploadURLExternal': ({ filename, length }) => {
      const id = `F0UP${++this.#last}`;
      this.#expected.set(id, { name: String(filename), length: Number(length) });
      return { ok: true, upload_url: `${this.#root}/upload/${id}`, file_id: id };
    },
  };

  /** Whether the request was for a file and not for a method. */
  handle(request: IncomingMessage, response: ServerResponse): boolean {
    const [, what, id = ''] = /^\/(files-pri|upload)\/(\w+)$/.exec(request.url ?? '') ?? [];
    if (what === 'files-pri') this.#hand(request, response, id);
    if (what === 'upload') void this.#take(request, response, id);
    return what !== undefined;
  }

  /** Without the token, answers 200 with the sign-in page. */
  #hand(request: IncomingMessage, response: ServerResponse, id: string): void {
    const found = this.#kept.get(id);
    const mine = request.headers.authorization === `Bearer ${this.#token}`;
    response.writeHead(found ? 200 : 404, { 'content-type': mine && found ? found.type : 'text/html' });
    response.end(mine ? found?.bytes : '<html>Sign in to Slack</html>');
  }

  async #take(request: IncomingMessage, response: ServerResponse, id: string): Promise<void> {
    if (this.cutNextUpload) {
      this.cutNextUpload = false;
      return void request.once('data', () => response.destroy());
    }
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const bytes = Buffer.concat(chunks);
    const expected = this.#expected.get(id);
    const right = expected?.length === bytes.length;
    if (right) this.#kept.set(id, { name: expected.name, type: 'application/octet-stream', bytes });
    response.writeHead(right ? 200 : 400).end(right ? `OK - ${bytes.length}` : 'wrong length');
  }
}
