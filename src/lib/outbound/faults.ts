import { codeOf } from '../net_fault.ts';
import { Forbidden } from './lookup.ts';

/** Why there was no answer: the name stands for nothing or for something inside, nobody listens, its certificate is wrong, too slow, broken off. */
export type PostFault = 'unresolved' | 'forbidden' | 'refused' | 'certificate' | 'silent' | 'cut';

const OF_CERTIFICATE = /^(?:CERT_|ERR_TLS_|ERR_SSL_|SELF_SIGNED_|DEPTH_ZERO_|UNABLE_TO_|HOSTNAME_MISMATCH)/;
const UNRESOLVED = /^(?:ENOTFOUND|EAI_\w+|ENODATA|ESERVFAIL|EREFUSED)$/;
const NOBODY_THERE = /^(?:ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL)$/;
const TOO_SLOW = /^(?:ETIMEDOUT|TimeoutError|ABORT_ERR|AbortError)$/;

/** What an error of a connection comes to; `code`: for logs. */
export function faultOf(error: unknown): { fault: PostFault; code: string } {
  const code = codeOf(error);
  if (error instanceof Forbidden) return { fault: 'forbidden', code };
  if (UNRESOLVED.test(code)) return { fault: 'unresolved', code };
  if (NOBODY_THERE.test(code)) return { fault: 'refused', code };
  if (OF_CERTIFICATE.test(code)) return { fault: 'certificate', code };
  return { fault: TOO_SLOW.test(code) ? 'silent' : 'cut', code };
}
