/** Why the bytes of a file can never be fetched; any other error may pass. */
export type FileReason = 'file_gone' | 'file_too_large' | 'files_not_allowed';

/**
 * The bytes of a file can never be fetched, however often we try. The message is for logs and rows: no names, no
 * addresses.
 */
export class FileRefused extends Error {
  override readonly name = 'FileRefused';
  readonly reason: FileReason;

  constructor(reason: FileReason, message: string, options?: ErrorOptions) {
    super(message, options);
    this.reason = reason;
  }
}
