/** mailauth ships types for its main parts, but not for this one. */
declare module 'mailauth/lib/dmarc/get-dmarc-record.js' {
  /**
   * Looks up a domain's DMARC record, else its organization's; false if there is none. Rejects as the resolver does.
   */
  export default function getDmarcRecord(
    domain: string,
    resolver: (name: string, type: string) => Promise<string[][]>,
  ): Promise<{ adkim?: string } | false>;
}
