/** Where each is the money of everyday. */
const COUNTRIES: Readonly<Record<string, string>> = {
  EUR: 'AD AT BE CY DE EE ES FI FR GR HR IE IT LT LU LV MC MT NL PT SI SK SM',
  USD: 'US PR EC SV PA',
  GBP: 'GB GG IM JE',
  CHF: 'CH LI',
  ...Object.fromEntries(
    (
      'CNY CN,HKD HK,MOP MO,TWD TW,JPY JP,KRW KR,SGD SG,MYR MY,THB TH,VND VN,IDR ID,PHP PH,INR IN,PKR PK,BDT BD,LKR LK,NPR NP,AUD AU,NZD NZ,CAD CA,MXN MX,BRL BR,' +
      'ARS AR,CLP CL,COP CO,PEN PE,ZAR ZA,NGN NG,KES KE,GHS GH,EGP EG,MAD MA,AED AE,SAR SA,QAR QA,ILS IL,TRY TR,UAH UA,PLN PL,CZK CZ,HUF HU,RON RO,BGN BG,' +
      'DKK DK,SEK SE,NOK NO,ISK IS,RUB RU,KZT KZ'
    )
      .split(',')
      .map((pair) => pair.split(' ') as [string, string]),
  ),
};

/** ISO 4217 of a country (ISO 3166 alpha-2); undefined where it is not listed. */
export function currencyOf(country: string): string | undefined {
  return Object.entries(COUNTRIES).find(([, countries]) => countries.split(' ').includes(country))?.[0];
}

/** What a currency is called in a language: 人民币, Chinese Yuan. */
export const currencyName = (code: string, locale: string): string =>
  new Intl.DisplayNames(locale, { type: 'currency' }).of(code) ?? code;
