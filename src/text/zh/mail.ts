import type { mail as En } from '../en/mail.ts';

const signIn = {
  gmail: 'Gmail 要用“应用专用密码”：先开启两步验证，再到 myaccount.google.com/apppasswords 生成。',
  qq: 'QQ 邮箱要用“授权码”，不是 QQ 密码：网页版 设置 → 账号，开启 IMAP 服务并生成授权码。',
  netease: '163、126 邮箱要用“授权码”：网页版 设置 → POP3/SMTP/IMAP，开启 IMAP 服务并新增授权码。',
  microsoft:
    'Outlook 和 Microsoft 365 已不允许程序用密码登录，个人账号连应用密码也不行。公司账号若允许应用密码，可以用它；否则请在 Outlook 里设置自动转发到别的邮箱，再把那个邮箱填进 IMAP_URL。',
  other: '请检查密码是否正确、邮箱设置里是否开启了 IMAP；很多邮箱要用专门的授权码或应用专用密码。',
};

export const mail: typeof En = {
  mail: {
    tooLarge: '邮件太大',
    stillInMailbox: (size) => `这封邮件有 ${size}，全文还在邮箱里，请用邮件软件打开。`,
    careful: '小心',
    suspicious: '发件人可能是冒充的：办事或付款之前，请换个方式向对方核实。',
    forwarded: '您转发来的',
    claimedAddress: (address) => `发件人 ${address}。这个地址只出现在您转发的邮件里，第一次往那里答复前会先问您。`,
    cameBy: { form: '来自网站表单', group: '来自群组邮箱' },
    namedBy: {
      form: (address, from) =>
        `由 ${from} 发来。邮箱 ${address} 是对方在表单里自己填的，没有验证过，第一次往那里答复前会先问您。`,
      group: (address, from) => `由 ${from} 转来，写明的发件人是 ${address}，没有验证过，第一次往那里答复前会先问您。`,
    },
    writesAs: '署名',
    writtenBy: '写信人',
    answersGoTo: (author, address) => `${author}（您的答复发给 ${address}）`,
    replyTo: '要求答复到',
    answersGo: '您的答复发往',
    answerTo: (address) => `答复到 ${address}`,
    copied: '抄送',
    copiesGo: (copied, copies) =>
      copies.length > 0
        ? `${copied.join('、')}（您的答复也会抄送 ${copies.join('、')}）`
        : `${copied.join('、')}（您的答复不抄送）`,
    copyTo: (copies) => `抄送 ${copies.join('、')}`,
    noCopy: (refused) => `✗ 被拒收，没能抄送 ${refused.join('、')}`,
    onlyTo: (address) => `只发给 ${address}`,
    toAll: '答复所有人',
    answersNowGo: (address, copies) =>
      `✓ 这段邮件往来的答复${copies.length > 0 ? `发往 ${address}，抄送 ${copies.join('、')}` : `只发给 ${address}`}。`,
    heldToo: '还没发出的那条答复也照此发送。',
    laterToo: '定时的答复也照此发送。',
    isBlocked: (address) => `您已拉黑 ${address}，答复不会发往那里。`,
    goesElsewhere: (address) => `没有改动：这段邮件往来的答复现在发往 ${address}。`,
    noCopyAnyMore: (address, left) =>
      left.length > 0
        ? `还没发出的那条答复不再抄送对方，仍发往 ${address}，抄送 ${left.join('、')}`
        : `还没发出的那条答复不再抄送对方，只发给 ${address}。`,
    heldStays: (address) => `还没发出的那条答复仍发往 ${address}，因为新地址可能有误；不想发就先取消。`,
    noThread: '没有这段邮件往来。',
    perhaps: '可能属于',
    join: '并到一起',
    splitOff: '从这里另起一段',
    inYourName: (subject) => `⚠️ 冒用您的名义${subject ? ` · ${subject}` : ''}`,
    forged: (address) =>
      `自称来自 ${address}，但没有通过验证。请不要点其中的链接，也不要因此付款。没有归档给任何客户。`,
    invitation: (who) => `📅 ${who} · 日程`,
    answerInCalendar: '去不去请在日历里答复，或直接回复本条。',
    answerByMail: (address) => `去不去请在日历里答复，或写邮件给 ${address}。`,
    hasComplained: '曾举报我们为垃圾邮件',
    /** Why a mail was not taken, and what can be done. */
    bounceReason: {
      no_such_address: '没有这个地址',
      mailbox_full: '对方邮箱满了',
      too_large: '邮件太大，对方收不了',
      policy: '对方的服务器不收您服务器的信',
      unreachable: '连不上对方的服务器',
      refused: '对方的服务器拒收',
    },
    bounceStep: {
      no_such_address: '请核对地址，或换个方式联系。再往这里答复时会先问您。',
      mailbox_full: '过一两天再发一次，或换个方式联系。',
      too_large: '请改发链接，不发文件。',
      policy: '地址可能没错：请问问您的邮箱服务商，眼下先换个方式联系。',
      unreachable: '请核对 @ 后面的部分；没错的话，明天再发一次。',
      refused: '请核对地址，或换个方式联系。',
    },
    comesBack: (why) => `邮件会被退回：${why}`,
    cameBack: (who) => `✗ 发给${who}的邮件被退回`,
    failedFor: (address, why) => `${address}：${why}。`,
    perhapsCameBack: (who) => `↩︎ 一封发给${who}的邮件被退回，可能不是您的答复`,
    notTheLast: (subject) =>
      `退回的邮件${subject ? `（主题：${subject}）` : ''}和这里最近发出的那封对不上，所以什么都没有改。如果您用别的邮箱程序给对方写过信，退的就是那一封；如果没写过，就是有人冒用了您的地址。`,
    unsureBounce: (name) => `❓ 发给${name}的邮件可能没有送到`,
    saysNotWhether:
      '对方的邮件服务器来了信，但没说是不是已经放弃投递，所以什么都没有改。请看看它写了什么；要紧的话，问一下对方收到没有。',
    isLate: (who) => `⏳ 发给${who}的邮件还没有送到`,
    triedAgain: (address) =>
      `暂时连不上 ${address} 的服务器，系统会继续尝试。如果一直投不进去，邮件会退回，到时会告诉您。`,
    copyCameBack: (name, address) => `✗ 发给${name}的邮件没能抄送到 ${address}`,
    mainDidNot: (name) => `发给${name}的那一份没有被退回。`,
    forwardCameBack: (address) => `✗ 您的邮件被 ${address} 退回`,
    forwardsThere: (written) => `您是发给 ${written.join('、')} 的，其中有人设置了自动转发。请问一下对方是否收到。`,
    complained: (who) => `⚠️ ${who} 把您的邮件举报为垃圾邮件`,
    onlyIfAsked: (address) => `以后不会再自动发信给 ${address}。对方来问时再回信。`,
    complaintUnproven: (address) => `⚠️ 您发给 ${address} 的邮件被举报了？`,
    anybodysReport: (address) =>
      `收到一封举报，但没有写明是哪封邮件，这种举报谁都能写，所以什么都没有改。如果可能是真的，等 ${address} 来问时再回信。`,
    somebodyComplained: '⚠️ 您的邮件被举报为垃圾邮件',
    notByWhom: (written) => `举报没有写明是谁。这封邮件发给了 ${written.join('、')}。`,
    byVisitor: (who, subject) => `🌐 ${who}${subject ? ` · ${subject}` : ''}`,
    noAddress: (from, phone) =>
      `由 ${from} 发出，里面没有对方的邮箱，没法在这里回复${phone ? `，请打电话 ${phone}` : ''}。没有建立客户。`,
    inAutomatic: '已存入 /automatic。',
    unknownBounce: (subject) => `⚠️ 邮件服务器来信${subject ? ` · ${subject}` : ''}`,
    noneMatches: (address) => `说的是发给 ${address} 的一封邮件，和这里发出的都对不上，所以什么都没有改。`,
    whichOne: '可能是您发出的某封邮件被退回，但没写明是哪一封。请看一下内容，并向对方核实。',
    unreadable: (channel, from) => `⚠️ ${channel}：${from ? `${from} 的` : ''}一条消息读不出来`,
    nothingLost: '没有丢失。如有附件，就是收到的原样；否则请到原处查看。',
    unreadableTicket: '读不出来的邮件',
    unknownSender: '未知发件人',
  },
  join: {
    done: (name) => `🔗 已和 ${name} 的往来并到一起。`,
    participant: (participant, address) => `${participant} 今后也在其中。您的答复发给 ${address}。`,
    twoPeople: (one, other) => `这是两个人：${one} 和 ${other}`,
    oneOrBoth: '是同一个人，还是两人都参与这段往来？',
    onePerson: '同一个人：合并',
    bothTakePart: '两人都参与',
    scheduled: (address) => `有一条发给 ${address} 的答复还没到时间，并过去就会发错人。用 /定时列表 找到它，先取消。`,
    noMail: '只有邮件往来可以并到一起：聊天本来就是一段。',
    same: '本来就是同一段往来。',
    noSuch: (id) => `没有编号 v${id} 的对话。`,
    off: (subject) => `✂️ “${subject}”已另起一段。`,
    nothingBefore: '这是这段往来的第一条，前面没有可留下的。',
  },
  automatic: {
    which: '是哪一封？两边各有编号。',
    title: '自动邮件',
    none: '没有收到自动邮件。',
    count: (count) => `昨天以来有 ${count} 封自动邮件`,
    one: (name, subject) => `🤖 ${name}${subject ? ` · ${subject}` : ''}`,
    looks: '看着像自动发的',
    from: '发件人',
    kind: {
      auto_reply: '自动回复',
      list: '群发或通知',
      calendar: '日程',
      bounce: '退信',
      complaint: '垃圾邮件举报',
      delay: '投递延迟通知',
      delivered: '送达通知',
      read: '已读回执',
      unread: '未读即删的回执',
      challenge: '对方系统要求验证发件人',
    },
    byPerson: '是真人写的',
    always: '以后都算自动邮件',
    ruled: {
      person: (address) => `✓ 已按真人来信处理。${address} 的邮件以后不再当作自动邮件。`,
      machine: (address) => `✓ ${address} 的邮件以后直接进 /自动邮件，不再弹卡片。`,
    },
    gone: '这封邮件已不在列表里。',
  },
  mailbox: {
    refused: (mailbox) => `🔴 ${mailbox} 登录被拒`,
    notRead: (howTo) =>
      `邮件服务器不接受用户名或密码，这个邮箱暂时收不到信。${howTo}\n改好 IMAP_URL 后重启即可。邮件都还在邮箱里，不会丢。`,
    signIn,
    tryAgain: '🔁 再试一次',
    signingIn: '正在重新登录，结果会告诉您。',
    noneRefused: '没有等待重新登录的邮箱。/状态 可查看各邮箱情况。',
  },
};
