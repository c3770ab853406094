import { plural } from './plural.ts';

export const templates = {
  template: {
    list: 'Templates',
    none: 'No templates yet.',
    hint: '/template new spring, and below it the subject in a line and then the text. {{ first_name }} is filled in for each, **bold** and [links](https://example.com) are Markdown.',
    part: { subject: 'subject', body: 'text' },
    where: (language: string, part: string, line: number): string => `${language}, ${part}, line ${line}: `,
    fault: {
      unknown: (name: string): string => `nobody has “${name}”.`,
      variable: (name: string): string => `nobody has “${name}”.`,
      tag: (name: string): string => `{% ${name} %} is not available.`,
      filter: (piece: string): string => `the filter in ${piece} is not available.`,
      value: (piece: string): string => `${piece} is several values: say which, like {{ last_order.number }}.`,
      much: (piece: string): string => `${piece} goes on for too long.`,
      syntax: (piece: string): string => `${piece || 'this'} cannot be read. Is a bracket or an end missing?`,
      empty: (): string => 'nothing is written there.',
      long: (most: string): string => `more than ${most} characters.`,
    },
    foreign: (typed: string, to: string | undefined): string =>
      to === undefined
        ? `“${typed}” would reach people just as it stands here.`
        : `“${typed}” would reach people just as it stands. Here that is ${to}.`,
    inOurWay: (to: string): string => `Write ${to}`,
    asItStands: (typed: string): string => `Leave ${typed} as it is`,
    variables: (all: string): string => `You can write: ${all}`,
    edit: (language: string): string => `Write in ${language}`,
    preview: 'Preview',
    rename: 'Rename',
    remove: 'Delete',
    fallTo: (language: string): string => `Others get ${language}`,
    forOthersToo: (language: string): string => `${language}, and for all others`,
    saved: (name: string, language: string): string => `✓ Saved: ${name} · ${language}`,
    others: (language: string): string => `Whoever speaks another language gets it in ${language}.`,
    fallbackIs: (name: string, language: string): string => `✓ ${name}: others get it in ${language}.`,
    notIn: (name: string, language: string): string => `“${name}” is not written in ${language} yet.`,
    renamed: (before: string, after: string): string => `${before} → ${after}`,
    removed: (name: string): string => `Template “${name}” deleted.`,
    noSuch: (typed: string): string => `There is no template “${typed}”.`,
    use: (name: string): string => `Template “${name}”`,
    isText: (typed: string): string => `No template is called “${typed}”. Is that all it is to say?`,
    asText: 'Yes, that is the text',
    asSubject: 'Yes, as the subject of B',
    taken: (name: string): string => `There is a template “${name}” already.`,
    badName: (most: number): string =>
      `A name needs letters, has ${most} characters at most, and holds no colon, quotes or braces.`,
    tooMany: (most: number): string => `${most} templates are the most there can be.`,
    previewOf: (name: string, count: number): string => `${name}, as written to ${plural(count, 'contact')}`,
    nothingSent: 'Nothing has been sent.',
    missing: 'Would not be sent',
    lack: (name: string, count: number): string => `${plural(count, 'contact')} without ${name}`,
    wouldNot: (name: string): string => `Would get nothing: “${name}” is not known.`,
    noneCould: 'As it is, nobody looked at could get this.',
    /** Below what is written to many, in Markdown. */
    /** At the end of a text message, in letters of its small alphabet. */
    shortFooter: (sender: string, way: boolean): string =>
      [sender && `- ${sender}.`, way && 'Reply STOP to opt out.'].filter(Boolean).join(' '),
    /** At the end of what is written to many in a chat. */
    chatFooter: (sender: string, way: boolean): string =>
      [sender && `— ${sender}.`, way && 'Reply STOP to get no more of these.'].filter(Boolean).join(' '),
    footer: 'No more mails like this? [Unsubscribe]({{ unsubscribe_url }})',
  },
};
