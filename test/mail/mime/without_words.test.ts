import { describe, expect, it } from 'vitest';
import { linkedPictures, picturesIn } from '../../../src/mail/mime/html_pictures.ts';
import { readMail, readPart } from '../../../src/mail/read/read.ts';
import { rawMail } from '../../support/letters/raw_mail.ts';
import { growsTooFast, repeated } from '../../support/linear.ts';

const PICTURE = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const raw = (type: string, body: string) => Buffer.from(rawMail({ 'Content-Type': type, Subject: 'x' }, body));
const read = (type: string, body: string) => readMail(raw(type, body), { ownerEmails: [] });
const html = (body: string) => read('text/html; charset=utf-8', body);
const parts = (kind: string, ...all: string[]) =>
  read(`multipart/${kind}; boundary=m`, `--m\n${all.join('\n--m\n')}\n--m--`);

describe('a picture in the HTML itself', () => {
  const body = `<p>See this</p><img alt="" src="data:image/png;base64,${PICTURE}">`;

  it('is a file of the mail, beside its words', () => {
    const { newText, files } = html(body);
    expect(newText).toBe('See this');
    expect(files).toMatchObject([{ type: 'image/png', bytes: 70 }]);
  });

  it('can be opened like any other', () => {
    const file = readPart(raw('text/html', body), '1');
    expect(file?.type).toBe('image/png');
    expect(file?.content.toString('base64')).toBe(PICTURE);
  });

  it('stands behind the files that were attached, so that their numbers stay', () => {
    const { files } = parts(
      'mixed',
      `Content-Type: text/html\n\n${body}`,
      'Content-Type: application/pdf; name="a.pdf"\n\nx',
    );
    expect(files.map(({ type }) => type)).toEqual(['application/pdf', 'image/png']);
  });
});

describe('a mail of linked pictures alone', () => {
  it.each([
    ['<a href="https://x.example/o"><img alt="Our new pots" src="https://x.example/a.png"></a>', 'Our new pots'],
    ['<img src="//x.example/a.png">', ''],
  ])('says what they say of themselves, and that they are not loaded: %s', (body, words) => {
    expect(html(body)).toMatchObject({ newText: words, strange: 'linked_pictures' });
  });

  it('is none where there are words', () => {
    expect(html('<p>Two please</p><img alt="logo" src="https://x.example/a.png">')).toMatchObject({
      newText: 'Two please',
      strange: null,
    });
  });
});

describe('a mail for programs that take AMP', () => {
  const amp =
    'Content-Type: text/x-amp-html\n\n<html amp4email><style>body{visibility:hidden}</style><p>Two pots please</p></html>';

  it('is read where it says it nowhere else, and is no file', () => {
    expect(parts('alternative', amp)).toMatchObject({ newText: 'Two pots please', files: [] });
  });

  it('is the same words once more where it does', () => {
    expect(parts('alternative', 'Content-Type: text/plain\n\nTwo pots', amp)).toMatchObject({
      newText: 'Two pots',
      files: [],
    });
  });
});

describe('a calendar alone', () => {
  const event = (method: string) =>
    `BEGIN:VCALENDAR\n${method}BEGIN:VEVENT\nSUMMARY:Tea tasting\nDTSTART;TZID=America/New_York:20261126T100000\nLOCATION:Shop\nORGANIZER:mailto:anna@example.net\nEND:VEVENT\nEND:VCALENDAR`;
  const words = 'Tea tasting\n2026-11-26 10:00 (America/New_York)\nShop\nanna@example.net';

  it.each([
    ['an invitation', 'text/calendar; method=REQUEST', 'METHOD:REQUEST\n', 'calendar'],
    ['an event without an act', 'text/calendar', '', 'message'],
    ['a published one', 'text/calendar; method=PUBLISH', 'METHOD:PUBLISH\n', 'message'],
    ['an invitation as any file', 'application/octet-stream; name="invite.ics"', 'METHOD:REQUEST\n', 'calendar'],
    ['an invitation as a text file', 'text/plain; name="invite.ics"', 'METHOD:REQUEST\n', 'calendar'],
    ['an invitation as a file', 'application/ics; name="invite.ics"', 'METHOD:REQUEST\n', 'calendar'],
  ])('(%s) says its event and by which clock, and is kept as a file', (_, type, method, kind) => {
    const { files, ...reading } = read(type, event(method));
    expect(reading).toMatchObject({ kind, newText: words });
    expect(files.map(({ name }) => name)).toEqual(['invite.ics']);
  });
});

it.each(['<img src="data:image/png;base64,AAAA', '<img alt="', '<img src=data:image/png;base64,A '])(
  'pictures are found in time proportional to the text: %s',
  (unit) => {
    expect(growsTooFast((text) => [picturesIn(text), linkedPictures(text)], repeated(unit))).toBeUndefined();
  },
);

it.each(['Sent from my iPhone', '发自我的iPhone', 'Von meinem iPhone gesendet'])(
  'where a phone’s line is all there is, it is shown and is nobody’s words: %s',
  (line) => {
    const picture = 'Content-Type: image/jpeg; name=a.jpg\nContent-Transfer-Encoding: base64\n\n/9j/4AAQ';
    const text = (words: string) => `Content-Type: text/plain; charset=utf-8\n\n${words}`;
    expect(parts('mixed', picture, text(line))).toMatchObject({ newText: line, asideText: line });
    expect(parts('mixed', picture, text(`Broken!\n\n${line}`))).toMatchObject({ newText: 'Broken!', asideText: line });
  },
);
