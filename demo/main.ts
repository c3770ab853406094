import { withDay } from './day.ts';
import { lifeIn } from './life.ts';
import { heading } from './show.ts';

const locale = process.env.LOCALE === 'en' ? 'en' : 'zh-CN';
heading(lifeIn(locale).words.title);
await withDay(locale, (day) => day.show());
