import { describe, expect, test } from 'vitest';
import { outcomeOf } from '../../../src/mail/send/outcome.ts';
import type { SmtpError } from '../../../src/mail/send/smtp.ts';
import type { Outcome } from '../../../src/outbox/message.ts';
import { texts } from '../../../src/text/texts.ts';

/** As nodemailer reports an answer at this step. */
function answered(response: string, command: string): SmtpError {
  const code = { AUTH: 'EAUTH', DATA: 'EMESSAGE' }[command] ?? 'EENVELOPE';
  return Object.assign(new Error(response), { code, command, response, responseCode: Number.parseInt(response, 10) });
}

/** In a word: the reason of a failure or of a retry that would be given up, 'later', or 'down'. */
function inAWord(outcome: Outcome): string {
  if (outcome.result === 'failed') return outcome.reason;
  if (outcome.result !== 'retry') return outcome.result;
  if (outcome.channelDown) return 'down';
  return outcome.reason === 'mailbox_full' ? 'full, later' : 'later';
}

describe('what servers say', () => {
  test.each([
    // nobody there
    [
      "550-5.1.1 The email account that you tried to reach does not exist. Please try\n550-5.1.1 double-checking the recipient's email address for typos\n550 5.1.1 https://support.google.com/mail/?p=NoSuchUser a1-2 - gsmtp",
      'no_such_address',
    ],
    [
      '550-5.2.1 The email account that you tried to reach is disabled.\n550 5.2.1 https://support.google.com/mail/?p=DisabledUser - gsmtp',
      'no_such_address',
    ],
    [
      '550 5.5.0 Requested action not taken: mailbox unavailable (S2017062302). [AM7EUR06.eop.protection.outlook.com]',
      'no_such_address',
    ],
    [
      '550 5.4.1 Recipient address rejected: Access denied. [AMS0EPF00001.eurprd05.prod.outlook.com]',
      'no_such_address',
    ],
    ['550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup', 'no_such_address'],
    [
      '550 Mailbox not found. http://service.mail.qq.com/cgi-bin/help?subtype=1&&id=20022&&no=1000728',
      'no_such_address',
    ],
    ['550 User not found: wang@163.com', 'no_such_address'],
    ['550 User suspended: wang@163.com', 'no_such_address'],
    ['550 5.1.1 <x@y.test>: Recipient address rejected: User unknown in virtual mailbox table', 'no_such_address'],
    ["554 delivery error: dd This user doesn't have a yahoo.com account (x@yahoo.com) [0] - mta1", 'no_such_address'],
    ['553 sorry, no mailbox here by that name (#5.1.1)', 'no_such_address'],
    ['550 No such user here', 'no_such_address'],
    ['550 Unrouteable address', 'no_such_address'],
    ['550 收件人不存在', 'no_such_address'],
    // full: it may be emptied
    [
      "552-5.2.2 The recipient's inbox is out of storage space and inactive.\n552 5.2.2 https://support.google.com/mail/?p=OverQuotaPerm - gsmtp",
      'full, later',
    ],
    [
      "452-4.2.2 The recipient's inbox is out of storage space.\n452 4.2.2 https://support.google.com/mail/?p=OverQuotaTemp",
      'full, later',
    ],
    ['552 Mailbox is full', 'full, later'],
    ['552 Requested mail action aborted: exceeded storage allocation', 'full, later'],
    ['550 5.2.2 <x@y.test> User is over quota', 'full, later'],
    ['550 邮箱已满', 'full, later'],
    // too large
    ['552 5.3.4 Message size exceeds fixed limit', 'file_too_large'],
    ['552 Requested mail action aborted: exceeded mailsize limit', 'file_too_large'],
    // rules: the address may be right
    ['550 5.7.1 Unable to relay', 'policy'],
    ['550 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using Spamhaus', 'policy'],
    [
      '550-5.7.26 This mail has been blocked because the sender is unauthenticated.\n550 5.7.26 https://support.google.com/mail/answer/81126',
      'policy',
    ],
    [
      '550 5.7.515 Access denied, sending domain example.com does not meet the required authentication level.',
      'policy',
    ],
    ['554 DT:SPM 163 smtp8,DMCowAB3 1700000000 http://mail.163.com/help/help_spam_16.htm', 'policy'],
    ['550 Mail content denied. http://service.mail.qq.com/cgi-bin/help?id=20022', 'policy'],
    ['550 Ip frequency limited', 'policy'],
    ['554 5.7.1 <x@y.test>: Relay access denied', 'policy'],
    // our own sender line
    ['553 5.1.8 <shop@example.invalid>: Sender address rejected: Domain not found', 'sender_refused'],
    // nothing that names a cause
    ['550 Mailbox unavailable or access denied', 'rejected'],
    ['554 5.6.0 no', 'rejected'],
    // us, not this mail
    ['553 authentication is required,smtp5,DNGowAD3', 'down'],
    ['530 5.7.57 Client not authenticated to send mail', 'down'],
    // later
    ['451 4.7.1 Greylisting in action, please come back later', 'later'],
    ['450 4.2.1 The user you are trying to contact is receiving mail too quickly', 'later'],
    ['421 4.7.0 Too many connections from your IP', 'later'],
    ['451 4.3.0 Temporary lookup failure', 'later'],
    ['451 MI:DMC 163 smtp1', 'later'],
    ['450 4.1.1 <x@y.test>: Recipient address rejected: unverified address', 'later'],
    ['503 5.5.1 Bad sequence of commands', 'later'],
  ])('%s', (response, expected) => {
    expect(inAWord(outcomeOf(answered(response, 'RCPT TO'), false, 1))).toBe(expected);
  });

  test.each([
    ['550 5.7.1 Client does not have permissions to send as this sender', 'policy'],
    ['553 Mail from must equal authorized user', 'sender_refused'],
    ['550 5.1.1 shop@example.com no such user', 'sender_refused'],
    ['550 5.7.60 SMTP; Client does not have permissions to send as this sender', 'policy'],
    ['530 5.7.0 Authentication Required', 'down'],
    ['501 Bad address syntax', 'sender_refused'],
  ])('of the sender: %s', (response, expected) => {
    expect(inAWord(outcomeOf(answered(response, 'MAIL FROM'), false, 1))).toBe(expected);
  });

  test.each([
    ['535 5.7.8 Username and Password not accepted', 'down'],
    ['535 Login fail. Authorization code is required', 'down'],
    ['534-5.7.9 Application-specific password required', 'down'],
    ['454 4.7.0 Too many login attempts, please try again later', 'later'],
  ])('at the sign-in: %s', (response, expected) => {
    const outcome = outcomeOf(answered(response, 'AUTH'), false, 1);
    expect(inAWord(outcome)).toBe(expected);
    expect(outcome).toMatchObject({ result: 'retry', scope: 'channel' });
  });

  test('a refused sign-in is not knocked at again for minutes: providers lock such accounts', () => {
    const outcome = outcomeOf(answered('535 5.7.8 no', 'AUTH'), false, 1);
    expect(outcome).toMatchObject({ afterSeconds: 300 });
    const told = outcome.result === 'retry' ? texts('en').trouble(outcome.error) : '';
    expect(told).toContain('app password');
    expect(told).toContain('535 5.7.8 no');
  });

  test('hostile words take no time', () => {
    for (const words of ['user '.repeat(5000), 'mailbox exceeded '.repeat(2000), '550 (#5.1.1'.repeat(3000)]) {
      expect(outcomeOf(answered(`550 ${words}`, 'RCPT TO'), false, 1).result).toMatch(/failed|retry/);
    }
  });
});
