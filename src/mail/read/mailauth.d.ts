/** mailauth types its main parts; this one it does not. */
declare module 'mailauth/lib/dmarc/get-dmarc-record.js' {
  /** Looks a domain's DMARC record up, else that of its organization; false when there is none. Rejects as the resolver does. */
  export default function getDmarcRecord(
    domain: string,
    resolver: (name: string, type: string) => Promise<string[][]>,
  ): Promise<{ adkim?: string } | false>;
}
