/**
 * Errors that undici and TLS raise before a connection is open, besides a failed connect() or name look-up: no byte of
 * the request had left.
 */
const NOT_CONNECTED =
  /^(?:UND_ERR_CONNECT_TIMEOUT|ERR_SSL_WRONG_VERSION_NUMBER|CERT_|ERR_TLS_CERT_|SELF_SIGNED_|DEPTH_ZERO_|UNABLE_TO_)/;

/** Whether the request certainly was not written, so that it can be repeated without harm. */
export function isBeforeRequest(error: unknown): boolean {
  return causesOf(error).some(({ code, syscall }) => {
    if (syscall === 'connect' || syscall === 'getaddrinfo') return true;
    return code !== undefined && NOT_CONNECTED.test(code);
  });
}

/** A code or class for logs and rows, never the message: it may hold the URL and with it the token. */
export function codeOf(error: unknown): string {
  const causes = causesOf(error);
  return causes.findLast(({ code }) => code)?.code ?? causes.at(-1)?.name ?? 'unknown';
}

interface Fault {
  name?: string;
  code?: string;
  syscall?: string;
}

/**
 * An error and its causes. Clients wrap fetch's error (`error` in grammY, else `cause`), which wraps the system's,
 * which may hold one error for each address tried (`errors`).
 */
function causesOf(error: unknown, depth = 0): Fault[] {
  if (typeof error !== 'object' || error === null || depth > 4) return [];
  const { name, code, syscall, error: wrapped, cause, errors } = error as Record<string, unknown>;
  const fault: Fault = {
    ...(typeof name === 'string' && { name }),
    ...(typeof code === 'string' && { code }),
    ...(typeof syscall === 'string' && { syscall }),
  };
  const inner = [wrapped, cause, ...(Array.isArray(errors) ? errors.slice(0, 8) : [])];
  return [fault, ...inner.flatMap((one) => causesOf(one, depth + 1))];
}
