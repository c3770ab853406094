const IN_FULL: Readonly<Record<string, string>> = {
  ...{
    wk: 'week',
    wks: 'weeks',
    mth: 'month',
    mths: 'months',
    mnth: 'month',
    mnths: 'months',
    mo: 'month',
    mos: 'months',
  },
  ...{ yr: 'year', yrs: 'years', qtr: 'quarter', qtrs: 'quarters', wkend: 'weekend', wknd: 'weekend' },
};
/** Only behind what counts or points at a time: last yr, 3 mths; no Mo who is somebody. */
const SHORT =
  /(?<=(?:\b(?:this|last|next|past|per|every|each|an?|one|two|three|four|five|six|coming|previous|prev|current)|\d) ?)(wkend|wknd|wks?|mths?|mnths?|mos?|yrs?|qtrs?)\b\.?/giu;

/** Words with the times in them written in full. */
export const timesInFull = (text: string): string =>
  text
    .replace(SHORT, (said) => {
      const word = said.toLowerCase().replace('.', '');
      return IN_FULL[word] ?? said;
    })
    .replace(/(?<=^|\s)['’]til(?=\s)/giu, 'till')
    .replace(/(?<=\d)(?=(?:weeks?|months?|years?|quarters?)\b)/gu, ' ')
    .replace(/\b(?:prev|previous) (?=(?:week|month|year|quarter)\b)/giu, 'last ');
