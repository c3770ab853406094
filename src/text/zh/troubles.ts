import { codeOf } from '../channel_name.ts';
import type { troubles as En } from '../en/troubles.ts';
import { own } from '../own.ts';

const sentences = {
  sign_in_refused: (said: string): string =>
    `邮件服务器不认 SMTP_URL 里的用户名或密码。很多邮箱要用专用密码（QQ 和 163 叫授权码），填进 SMTP_URL 后重启即可。\n服务器原话：${said}`,
  insecure: (said: string): string =>
    `和邮件服务器之间建立不了安全连接，所以什么也不发。请核对 SMTP_URL 的主机和端口（smtps:// 配 465，smtp:// 配 587），或问邮箱服务商。\n出错处：${said}`,
  sms_login: (said: string): string =>
    `短信服务商不接受这里的密钥，短信发不出去。请核对 .env 里的密钥（Twilio 是 TWILIO_ACCOUNT_SID 和 TWILIO_AUTH_TOKEN），再重新启动。\n服务商说：${said}`,
  sms_from: (said: string): string =>
    `Twilio 不允许用 TWILIO_FROM 发短信：要填这个账号里能发短信的号码、名称或消息服务。请改好 .env，再重新启动。\n服务商说：${said}`,
  sms_account: (said: string): string =>
    `短信服务商不给这个账号发短信：可能欠费、停用，或签名没有通过审核。请到服务商的控制台看看。\n服务商说：${said}`,
  sms_url: (url: string): string =>
    `客户的短信还到不了这里。请在 Twilio 控制台打开您的号码，在消息设置里把收到消息时的动作设为 Webhook（POST），地址填 ${url}`,
  login_refused: () => '邮件服务器不接受用户名或密码',
  signing_in: () => '正在重新登录',
  unreachable: (said: string): string => `连不上邮件服务器（${said}）`,
};

export const troubles: typeof En = {
  troubles: sentences,
  trouble: (detail) => own(sentences, codeOf(detail))?.(detail.slice(codeOf(detail).length + 1)) ?? detail,
};
