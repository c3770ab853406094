import type { templates as En } from '../en/templates.ts';

export const templates: typeof En = {
  template: {
    footer: '不想再收到这类邮件？[点此退订]({{ unsubscribe_url }})',
  },
};
