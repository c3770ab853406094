/** What of a request for a link tells a program from a person. */
interface Opening {
  method: string;
  headers: Pick<Headers, 'get'>;
}

/** What programs call themselves: searchers, previews of chats, mail filters, and libraries. A browser's has none of these words. */
const PROGRAMS =
  /bot\b|crawl|spider|slurp|preview|scan|fetch|monitor|headless|phantom|proofpoint|mimecast|barracuda|safelinks|symantec|trendmicro|fortinet|sophos|urldefense|mailguard|bingpreview|googleimageproxy|facebookexternalhit|whatsapp|curl|wget|python|java\/|okhttp|go-http|node-fetch|undici|axios|libwww|apache-httpclient|postman/i;

/** Whether a request alone shows that a program makes it: it asks for no page, fetches ahead, or says who it is. */
export function isProgram({ method, headers }: Opening): boolean {
  if (method !== 'GET') return true;
  const purposes = ['purpose', 'sec-purpose', 'x-purpose', 'x-moz'].map((name) => headers.get(name) ?? '');
  if (purposes.some((purpose) => /prefetch|prerender|preview/i.test(purpose))) return true;
  const agent = headers.get('user-agent') ?? '';
  return agent === '' || PROGRAMS.test(agent);
}
