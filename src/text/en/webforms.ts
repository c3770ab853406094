export const webforms = {
  webForm: {
    /** On the form itself, for visitors. */
    field: { name: 'Name', email: 'Mail address', phone: 'Phone', company: 'Company' },
    message: 'Message',
    send: 'Send',
    leaveEmpty: 'Leave this field empty',
    newsletterBox: (business: string): string =>
      `Yes, ${business || 'you'} may send me news by mail. I get a mail to confirm it, and can stop it at any time.`,
    thanks: 'Thank you! Your message has arrived.',
    thanksMore: 'You will hear from us soon. You can close this page now.',
    back: 'Back to the form',
    wrong: {
      message: 'Please write a message.',
      email: 'This mail address cannot be right. Please look at it once more.',
      reach: 'How can we reach you? Please give a mail address or a phone number.',
      often:
        'That was several times in a short while. Please wait ten minutes and send it again: your words are still here.',
    },
    gone: 'This form is no longer in use.',
    tooLarge: 'That is more than fits into this form. Please shorten it, and send files by mail.',
    unreadable: 'Your browser sent something that cannot be read here. Please go back and try again.',
    away: 'We cannot take this in for the moment. Please go back and send it again in a few minutes: your words are still there.',
    /** The mail, and the page it leads to. */
    confirm: {
      /** `what`: what is asked for: news, special offers. */
      subject: (business: string, what: string): string => `Please confirm: ${what} from ${business || 'us'}`,
      mail: (business: string, what: string, url: string): string =>
        `Somebody, probably you, asked on our website for ${what} from ${business || 'us'} by mail. If it was you, please confirm it here:\n\n${url}\n\nIf it was not you, do nothing: nothing will come, and nothing else changes. On the same page you can stop it later.`,
      /** The message where they did not ask on our website. */
      again: (business: string, what: string, url: string): string =>
        `May ${business || 'we'} write to you here now and then? It would be ${what}. Please say so on this page:\n\n${url}\n\nIf you do nothing, nothing comes. On the same page you can stop it later.`,
      title: (business: string): string => `What ${business || 'we'} may send you`,
      what: { newsletter: 'news', offers: 'special offers', reminders: 'reminders and questions after an order' },
      ask: (what: string, place: string): string => `May we send ${what} to ${place}? You agreed to:`,
      askAgain: 'If you change your mind:',
      yes: 'Yes, confirm',
      all: 'Yes, all of these',
      only: (what: string): string => `Only ${what}`,
      no: 'No, thanks',
      confirmed: (what: string, place: string): string => `Confirmed: ${what} will come to ${place}.`,
      declined: 'All right, nothing will come.',
      stop: 'Stop it',
      stopped: (what: string, place: string): string => `Stopped: no more ${what} will come to ${place}.`,
      gone: 'This link is no longer in use.',
      old: 'This link is more than 7 days old, so it confirms nothing any more. Shall we send you a new one?',
      sendAgain: 'Send a new link',
      sentAgain: (place: string): string => `A new link is on its way to ${place}.`,
      sentLately: 'A link was sent a short while ago. Please look in your mail, or come back tomorrow.',
    },
    /** In the message that is made of a form. */
    line: (label: string, value: string): string => `${label}: ${value}`,
    newsletterLine: 'Newsletter: ticked',
    filesLine: (names: string): string => `Files (a form takes none): ${names}`,
    pageLine: (page: string): string => `Page: ${page}`,
    /** In the chat. */
    unread: (words: string): string => `I do not know what “${words}” is to change about the form.`,
    made: (name: string): string => `The form “${name}” is ready`,
    shown: (name: string): string => `The form “${name}”`,
    use: (url: string): string =>
      `Share this page, or link to it:\n${url}\n\nFor your own website, paste what is in the file where the form is to stand. It works without JavaScript.`,
    hosted: (url: string): string => `Its page: ${url}`,
    askedFor: 'Asks for',
    and: 'message',
    language: 'Language',
    newsletterLabel: 'Newsletter box',
    on: 'yes',
    off: 'no',
    sites: 'May stand on',
    anySite: 'any website',
    thanksLabel: 'Thanks',
    ourPage: 'our own page',
    heldLabel: 'Held back',
    unaskedLabel: 'Ticked, not asked',
    /** Why somebody who ticked the newsletter was not asked to confirm. */
    unasked: {
      given: (count: number): string => `${count} had agreed already`,
      lately: (count: number): string => `${count} had been asked lately`,
      many: (count: number): string => `${count} in an hour in which too many were asked`,
      blocked: (count: number): string => `${count} by blocked people`,
      no_mail: (count: number): string => `${count} while no mail could be sent`,
    },
    unaskedNotice: {
      many: (name: string, most: number): string =>
        `More than ${most} people ticked the newsletter within an hour, so some at the form “${name}” were not asked to confirm. Their messages say who they are.`,
      no_mail: (name: string): string =>
        `Somebody ticked the newsletter at the form “${name}”, but no mail leaves here, so they were not asked to confirm.`,
    },
    heldCount: (count: number): string => `${count} that look${count === 1 ? 's' : ''} like spam`,
    putAnew: 'On a website, paste the new file over the old one.',
    rotated:
      'It has a new key. What stands on a website is accepted for another day, and then held back: paste the new file there before.',
    hint: (id: string): string =>
      `More: /forms ${id} name Contact us · /forms ${id} sites shop.example · /forms ${id} thanks https://shop.example/thanks`,
    changed: (name: string): string => `Changed: the form “${name}”`,
    title: 'Your web forms',
    none: 'There is no web form yet.',
    listHint: '/connect form and a name makes one: a page to share, and the same form for your website.',
    detail: (fields: string, last: string): string => `${fields} · ${last}`,
    button: {
      snippet: 'File for a website',
      rotate: 'New key',
      held: 'Held back',
      on: (field: string): string => `+ ${field}`,
      off: (field: string): string => `− ${field}`,
      newsletterOn: '+ Newsletter box',
      newsletterOff: '− Newsletter box',
      release: 'A person wrote it',
      look: 'Look',
    },
    fileName: (id: string): string => `form-${id}.html`,
    noSuch: (said: string): string => `There is no form ${said}. /forms shows all.`,
    noMail: 'The newsletter box needs mail: a mail to confirm goes to whoever ticks it. Set up mail first (/setup).',
    unknownFields: (words: string, known: string): string => `I do not know ${words}. A form can ask for: ${known}.`,
    needsReach: 'A form has to ask for a mail address or a phone number, else nobody can be answered.',
    notASite: (said: string): string => `“${said}” is not the name of a website. Write it like shop.example, or “any”.`,
    notAPage: (said: string): string =>
      `“${said}” is not an https address. Write it like https://shop.example/thanks, or “ours”.`,
    same: 'It was like that already.',
    heldTitle: (name: string): string => `Held back from the form “${name}”`,
    noneHeld: 'Nothing is held back.',
    notHeld: 'That is no longer held back.',
    released: 'Taken in like any other.',
    heldNotice: (name: string): string =>
      `The form “${name}” has held something back that looks like spam. What follows today is only counted.`,
    reason: {
      honeypot: 'filled in a field that people do not see',
      too_fast: 'sent faster than anybody types',
      unsigned: 'without a key of ours, or with an old one',
      elsewhere: 'from another website',
      flood: 'in a flood',
    },
  },
};
