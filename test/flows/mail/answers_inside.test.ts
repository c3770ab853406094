import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type House, NOON, testHouse } from '../../support/house.ts';
import { mailsIn, rawMail, withMail } from '../../support/letters/raw_mail.ts';

let house: House;
beforeAll(async () => {
  house = withMail(await testHouse({ locale: 'en' }));
});
beforeEach(() => house.reset());

const OURS = '<crm.0123456789abcdef0123456789abcdef.01234567@example.com>';
const QUESTIONS = [
  'Hello Anna, thank you for writing. Before we can pack the parcel there are a few things that we have to know from you.',
  'Which colour would you like?',
  'How many boxes?',
  'Where shall we send it? We ship everywhere: https://tea.example/shipping',
  'Best, Mei',
];
const FRAGEN = ['您好，下单之前有几个问题想跟您确认一下。', '要什么颜色？', '要几盒？', '寄到哪里？', '谢谢'];
const HEADER = [
  'From: Tea Shop <shop@example.com>',
  'Sent: Friday, November 20, 2026 11:00 AM',
  'To: Anna Berg <anna@example.net>',
  'Subject: Re: Oolong',
  '',
];
const KOPF = [
  '------------------ 原始邮件 ------------------',
  '发件人: "茶铺" <shop@example.com>',
  '发送时间: 2026年11月20日(星期五) 中午11:00',
  '收件人: "Anna" <anna@example.net>',
  '主题: Re: Oolong',
  '',
];
const WROTE = 'On Fri, 20 Nov 2026 at 11:00, Tea Shop <shop@example.com> wrote:';

const mail = (lines: readonly string[], head: Record<string, string> = {}) =>
  rawMail({ Date: new Date(NOON.getTime() + 60_000).toUTCString(), Subject: 'Re: Oolong', ...head }, lines.join('\n'));

/** Anna asks, the owner answers with these lines, and she answers with those. */
async function answered(ours: readonly string[], theirs: readonly string[], head: Record<string, string> = {}) {
  await mailsIn(house, mail(['Do you have oolong?'], { Subject: 'Oolong', Date: 'Fri, 20 Nov 2026 10:00:00 +0800' }));
  await house.say(`/reply c1 exactly:"${ours.join('\n')}"`);
  await house.deliver((row) => ({ result: 'sent', externalId: row.channel === 'email' ? OURS : `x${row.id}` }));
  await mailsIn(house, mail(theirs, { 'In-Reply-To': OURS, ...head }));
  return (await house.cards()).findLast(({ title }) => title?.startsWith('💬'))!;
}

const quoted = (lines: readonly string[]) => lines.map((line) => `> ${line}`);
const answersIn = (lines: readonly string[], ...answers: string[]) =>
  lines.flatMap((line, nth) => (answers[nth] ? [line, answers[nth]] : [line]));
/** As programs wrap what they quote. */
const wrapped = (lines: readonly string[], width = 68) =>
  lines.flatMap((line) => line.match(new RegExp(`.{1,${width}}(?:\\s+|$)`, 'g')) ?? []).map((line) => line.trim());

const ANSWERS = ['', 'Green, as on the photo.', 'Seven', '12 Market Street, Leeds'];
const WAYS: [string, readonly string[], string[]][] = [
  ['below a header block, unmarked', ['Hi Mei,', '', ...HEADER, ...answersIn(QUESTIONS, ...ANSWERS)], ANSWERS],
  ['wrapped below a header block', ['Hi Mei,', '', ...HEADER, ...wrapped(answersIn(QUESTIONS, ...ANSWERS))], ANSWERS],
  [
    'behind our words in a marked line',
    ['Thank you!', '', WROTE, ...quoted(QUESTIONS.map((line, nth) => [line, ANSWERS[nth]].filter(Boolean).join(' ')))],
    ANSWERS,
  ],
  ['in lines marked as ours', ['Thank you!', '', WROTE, ...quoted(answersIn(QUESTIONS, ...ANSWERS))], ANSWERS],
  [
    'partly unmarked, partly marked as ours',
    [
      ...['Thank you!', '', WROTE],
      ...[
        `> ${QUESTIONS[0]}`,
        `> ${QUESTIONS[1]}`,
        'Green, as on the photo.',
        `> ${QUESTIONS[2]}`,
        'Seven',
        `> ${QUESTIONS[3]}`,
      ],
      ...['> 12 Market Street, Leeds', `> ${QUESTIONS[4]}`],
    ],
    ANSWERS,
  ],
  [
    'behind all of our words',
    ['Hi Mei,', '', ...HEADER, ...QUESTIONS, '', 'Green, seven, to Leeds.'],
    ['Green, seven, to Leeds.'],
  ],
  [
    'above all of our words',
    ['Hi Mei,', '', ...HEADER, 'Green, seven, to Leeds.', '', ...QUESTIONS],
    ['Green, seven, to Leeds.'],
  ],
  [
    'in place of our words',
    [
      'Corrected.',
      '',
      ...HEADER,
      ...QUESTIONS.map((line) => line.replace('How many boxes?', 'How many boxes? 40, no more')),
    ],
    ['40, no more'],
  ],
  ['as a sign', ['OK.', '', ...HEADER, ...answersIn(QUESTIONS, '', '👍')], ['👍']],
  [
    'where what we had quoted is left out',
    ['Hi Mei,', '', ...HEADER, QUESTIONS[1]!, 'Green.', QUESTIONS[3]!, 'To Leeds.'],
    ['Green.', 'To Leeds.'],
  ],
  [
    'and says more than the few lines of ours that are left',
    [
      ...['Hi Mei,', '', ...HEADER, QUESTIONS[3]!.replace(' https://tea.example/shipping', '')],
      ...['To our house in the country, because we are there until the end of the month with all of the children.'],
      ...['After that it has to be the flat in Leeds, but somebody must be called before: 0113 496 0000.'],
    ],
    ['house in the country', '0113 496 0000'],
  ],
  [
    'behind where a link of ours leads',
    [
      ...['Hi Mei,', '', ...HEADER],
      ...answersIn(QUESTIONS, '', 'Green').map((line) => line.replace(/https\S+/, '$& <https://tea.example/shipping>')),
    ],
    ['Green'],
  ],
];

describe('what a customer writes into the quotation of our words', () => {
  it.each(WAYS)('is shown: %s', async (_, theirs, answers) => {
    const { quote, fields } = await answered(QUESTIONS, theirs);
    for (const answer of answers) expect(quote).toContain(answer);
    expect(fields?.map(({ label }) => label)).not.toContain('Answered inline');
  });

  it('stands behind the words of ours that it answers', async () => {
    const { quote } = await answered(QUESTIONS, [
      'Hi Mei,',
      '',
      ...HEADER,
      ...answersIn(QUESTIONS, '', 'Green', 'Seven'),
    ]);
    expect(quote).toBe('Hi Mei,\n\n> Which colour would you like?\nGreen\n\n> How many boxes?\nSeven');
  });

  it.each([
    ['unmarked', ['您好', '', ...KOPF, ...answersIn(FRAGEN, '', '绿色的', '7盒', '上海南京路12号')]],
    [
      'behind our words',
      ['您好', '', ...KOPF, ...FRAGEN.map((line, nth) => line + ['', '绿色的', '7盒', '上海南京路12号', ''][nth])],
    ],
  ])('is shown in a Chinese mail: %s', async (_, theirs) => {
    const { quote } = await answered(FRAGEN, theirs);
    for (const answer of ['绿色的', '7盒', '上海南京路12号']) expect(quote).toContain(answer);
    expect(quote).not.toContain('有几个问题');
  });

  it('is judged, and not our own words', async () => {
    const ours = [
      'Your parcel is on its way.',
      'Is there anything broken that we should refund?',
      'Do you need anything else?',
    ];
    await answered(ours, [
      'Hello Mei,',
      '',
      ...HEADER,
      ...answersIn(ours, '', 'No.', 'What would 20 boxes of oolong cost?'),
    ]);
    const [row] = await house.db.sql`select triage from messages order by id desc limit 1`;
    expect(row!.triage).toMatchObject({ label: 'lead' });
  });

  it('finds nobody: numbers in our words are not the customer’s', async () => {
    const ours = ['Call us at +44 20 7946 0018 if anything is unclear.', 'Which colour?'];
    await answered(ours, ['Hi,', '', ...HEADER, ...answersIn(ours, '', 'Green')]);
    expect(await house.db.sql`select from contact_signs`).toHaveLength(0);
  });
});

describe('a quotation of our words that holds nothing else', () => {
  const BANNER = 'CAUTION: This email originated from outside of the organization. Do not click links.';
  it.each([
    ['marked', [WROTE, ...quoted(QUESTIONS)]],
    ['wrapped', [WROTE, ...quoted(wrapped(QUESTIONS, 60))]],
    ['narrowly wrapped', [WROTE, ...quoted(wrapped(QUESTIONS, 20))]],
    ['below a header block', [...HEADER, ...wrapped(QUESTIONS)]],
    ['with a warning of their company above', [...HEADER, BANNER, '', ...QUESTIONS]],
    ['with what was said before below', [...HEADER, ...QUESTIONS, '', ...HEADER, 'Do you have oolong?']],
    ['with marks of bold type', [...HEADER, ...QUESTIONS.map((line) => `*${line}*`)]],
    [
      'with links written twice',
      [...HEADER, ...QUESTIONS.map((line) => line.replace(/https\S+/, '$& <https://tea.example/shipping>'))],
    ],
    [
      'with links that lead through their server',
      [
        ...HEADER,
        ...QUESTIONS.map((line) =>
          line.replace(
            /https\S+/,
            'https://eur01.safelinks.example.com/?url=https%3A%2F%2Ftea.example%2Fshipping&data=05',
          ),
        ),
      ],
    ],
    ['with a picture', [...HEADER, '[cid:image001.png@01D]', ...QUESTIONS]],
    ['of which the end was left out', [WROTE, ...quoted(QUESTIONS.slice(0, 2))]],
    ['of other words', [WROTE, ...quoted(['Our winter catalogue is here.', 'Have a look!'])]],
  ])('%s is left out', async (_, history) => {
    const { quote } = await answered(QUESTIONS, ['Thank you, I will think about it.', '', ...history]);
    expect(quote).toBe('Thank you, I will think about it.');
  });
});

describe('answers of which a customer only says that they stand inside', () => {
  const OTHERS = ['Our winter catalogue is here.', 'Do have a look and tell us what you like.'];
  it.each([
    'Please see my answers below in red.',
    'My answers inline.',
    'I have replied inside your mail.',
    'My comments are in the text.',
    'Answers between your lines.',
    '回复在下面。',
    '见下文红字',
    '请看下方批注',
    '已在原文中逐条回复',
    '蓝色部分是我的答复',
    'Meine Antworten stehen unten im Text.',
  ])('“%s”: all of the quotation is shown, and the card says why', async (words) => {
    const { quote, fields } = await answered(QUESTIONS, [words, '', WROTE, ...quoted(OTHERS)]);
    expect(quote).toContain(words);
    for (const line of OTHERS) expect(quote).toContain(line);
    expect(fields?.map(({ label }) => label)).toContain('Answered inline');
  });

  it('are shown alone where it can be told which they are', async () => {
    const theirs = ['See my answers below.', '', WROTE, ...quoted(answersIn(QUESTIONS, '', 'Green'))];
    const { quote, fields } = await answered(QUESTIONS, theirs);
    expect(quote).toBe('See my answers below.\n\n> Which colour would you like?\nGreen');
    expect(fields?.map(({ label }) => label)).not.toContain('Answered inline');
  });
});
