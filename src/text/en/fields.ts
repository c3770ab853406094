import { plural } from './plural.ts';

export const fields = {
  field: {
    list: 'Fields',
    builtIn: { birthday: 'Birthday', address: 'Address' },
    kind: {
      text: 'text',
      number: 'number',
      date: 'date',
      choice: 'choice',
      yesno: 'yes/no',
      birthday: 'birthday',
      address: 'address',
    },
    yesno: { yes: 'yes', no: 'no' },
    hint: '/field add “shoe size” number makes one. Set it with /edit Anna shoe size 38, and find by it with /find “shoe size”>38.',
    has: (count: number): string => (count === 0 ? 'nobody has it yet' : plural(count, 'contact')),
    over: (count: number): string => `more than ${count} contacts`,
    always: 'always there',
    lunarNext: (birthday: string, day: string): string => `${birthday} (next: ${day})`,
    added: (name: string, kind: string): string => `✓ New field: ${name} (${kind})`,
    setIt: (name: string, value: string): string => `Set it like this: /edit Anna ${name} ${value}`,
    sample: { text: 'words', number: '38', date: '2026-03-01', choice: 'one of them', yesno: 'yes' },
    whichKind: (name: string): string => `What goes into “${name}”?`,
    noChoices: (name: string): string => `What can “${name}” be? Write the choices, with | between them.`,
    unused: (words: string): string => `I would not use “${words}”: only a choice says what there is. Make it without?`,
    taken: (name: string): string => `There is a field “${name}” already.`,
    reserved: (name: string): string => `“${name}” has a place of its own already. Take another name.`,
    badName: 'A name has letters and 40 characters at most.',
    tooMany: (most: number): string => `${most} fields are the most there can be.`,
    tooManyChoices: (most: number): string => `${most} choices are the most there can be.`,
    noSuch: (typed: string): string => `There is no field “${typed}”.`,
    stays: (name: string): string => `${name} is always there: it is neither renamed nor removed.`,
    renamed: (before: string, after: string): string => `${before} → ${after}`,
    removed: (name: string, count: number): string =>
      count === 0
        ? `${name} is removed. Nobody had it.`
        : `${name} is removed. ${plural(count, 'contact')} had it: taken back within 30 days, all of it is there again.`,
    /** What is written with a field. */
    uses: {
      sequence: (name: string): string => `follow-up “${name}”`,
      campaign: (name: string): string => `campaign “${name}”`,
      template: (name: string): string => `template “${name}”`,
      canned: (name: string): string => `canned reply “${name}”`,
      segment: (name: string): string => `segment “${name}”`,
    },
    follow: (uses: string): string => `It has the new name there too: ${uses}.`,
    stillUsed: (uses: string): string =>
      `⚠️ It is still used in: ${uses}. What asks for it is sent to nobody until you change it.`,
    noChoiceField: (name: string): string => `${name} is no choice: only a choice has choices.`,
    choices: (name: string, choices: string): string => `${name}: ${choices}`,
    add: 'Add a field',
    rename: 'Rename',
    remove: 'Remove',
    /** What would have been right. */
    wrong: {
      text: (name: string): string => `What is ${name} to be? “-” leaves it empty.`,
      address: (name: string): string => `What is ${name} to be? “-” leaves it empty.`,
      number: (name: string, typed: string): string =>
        `“${typed}” is not a number, and ${name} is one. Write it like 38 or 38.5.`,
      date: (name: string, typed: string): string =>
        `“${typed}” is not a date, and ${name} is one. Write it like 2026-03-01 or 1 March 2026.`,
      choice: (name: string, typed: string): string => `“${typed}” is not one of the choices of ${name}. Which is it?`,
      yesno: (name: string, typed: string): string => `“${typed}” is neither yes nor no, and ${name} is one of them.`,
      birthday: (_name: string, typed: string): string =>
        `“${typed}” is not a birthday. Write it like 12 May, 1990-05-12 or lunar 8-15.`,
    },
    tooLong: (name: string, length: number, most: number): string =>
      `${name} has ${length} characters; ${most} fit. Shorten it, or keep it as a note.`,
    ask: (name: string, who: string): string => `${name} of ${who}: which is it?`,
    whichDay: (name: string, typed: string): string => `${name}: “${typed}” may be several days. Which one is it?`,
    emptied: (name: string): string => `To empty it: ${name}: none`,
    nothingSaved: 'Nothing has been saved yet.',
    both: (name: string, stays: string): string => `${name}: ${stays} stays`,
    differed: 'Both had something else there. What was dropped is a tap away:',
    birthdays: 'Birthdays',
    isToday: 'today',
    isTomorrow: 'tomorrow',
    filled: (name: string): string => `Nothing is known of ${name} to fill in.`,
  },
};
