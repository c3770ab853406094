import type { Texts } from '../en/index.ts';
import { asking } from './campaigns/asking.ts';
import { campaignEffect } from './campaigns/campaignEffect.ts';
import { campaignTable } from './campaigns/campaignTable.ts';
import { check } from './campaigns/check.ts';
import { posts } from './campaigns/posts.ts';
import { sequences } from './campaigns/sequences.ts';
import { versions } from './campaigns/versions.ts';
import { whom } from './campaigns/whom.ts';
import { campaigns } from './campaigns.ts';
import { commands } from './commands.ts';
import { desk } from './desk.ts';
import { exchange } from './exchange.ts';
import { fields } from './fields.ts';
import { hooks } from './hooks.ts';
import { mail } from './mail.ts';
import { marketing } from './marketing.ts';
import { merge } from './merge.ts';
import { need } from './need.ts';
import { notices } from './notices.ts';
import { orders } from './orders.ts';
import { owner } from './owner.ts';
import { organizations } from './people/organizations.ts';
import { people } from './people.ts';
import { pull } from './pull.ts';
import { segments } from './segments.ts';
import { asked } from './sell/asked.ts';
import { churn } from './sell/churn.ts';
import { contracts } from './sell/contracts.ts';
import { follow } from './sell/follow.ts';
import { forecast } from './sell/forecast.ts';
import { invoices } from './sell/invoices.ts';
import { partBack } from './sell/partBack.ts';
import { pipeline } from './sell/pipeline.ts';
import { quotes } from './sell/quotes.ts';
import { sell } from './sell.ts';
import { calls } from './serve/calls.ts';
import { clocks } from './serve/clocks.ts';
import { feedback } from './serve/feedback.ts';
import { ratings } from './serve/ratings.ts';
import { tickets } from './serve/tickets.ts';
import { serve } from './serve.ts';
import { setup } from './setup.ts';
import { shared } from './shared.ts';
import { sms } from './sms.ts';
import { start } from './start.ts';
import { each } from './talk/each.ts';
import { promises } from './talk/promises.ts';
import { ready } from './talk/ready.ts';
import { timeline } from './talk/timeline.ts';
import { talk } from './talk.ts';
import { tasks } from './tasks.ts';
import { templates } from './templates.ts';
import { troubles } from './troubles.ts';
import { typed } from './typed.ts';
import { webforms } from './webforms.ts';

export const zh: Texts = {
  ...shared,
  ...people,
  ...fields,
  ...merge,
  ...exchange,
  ...talk,
  ...timeline,
  ...ready,
  ...mail,
  ...check,
  ...need,
  ...notices,
  ...sms,
  ...asked,
  ...churn,
  ...contracts,
  ...invoices,
  ...quotes,
  ...orders,
  ...segments,
  ...templates,
  ...sell,
  ...pipeline,
  ...follow,
  ...each,
  ...promises,
  ...forecast,
  ...partBack,
  ...pull,
  ...serve,
  ...tickets,
  ...clocks,
  ...ratings,
  ...feedback,
  ...calls,
  ...organizations,
  ...hooks,
  ...campaigns,
  ...sequences,
  ...asking,
  ...campaignEffect,
  ...campaignTable,
  ...versions,
  ...whom,
  ...posts,
  ...webforms,
  ...marketing,
  ...setup,
  ...tasks,
  ...owner,
  ...troubles,
  ...start,
  ...desk,
  ...commands,
  ...typed,
};
