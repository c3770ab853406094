import type { Locale } from '../../../text/locale.ts';
import type { Context } from '../../context.ts';
import { loadFields } from '../../people/fields/field.ts';
import type { Rendered } from '../../templates/letter.ts';
import { fieldNames, personData } from '../../templates/person_data.ts';
import { sampleData } from '../../templates/sample.ts';
import { headedSubject } from '../headed.ts';
import { withUrl, wordsOf } from '../words.ts';
import { upcoming } from './progress.ts';
import { purposeOf, type Sequence } from './sequence.ts';

/** What a step says to one reader; or what is not known of them. */
type StepRead = Pick<Rendered, 'subject' | 'text'> | { missing: string };

/** Every step as the next of its people would read it; `name` undefined: nobody is in sight, so it is somebody made up. */
export async function stepsRead(ctx: Context, one: Sequence): Promise<{ name: string | undefined; steps: StepRead[] }> {
  const { tx, settings } = ctx;
  const [next] = await upcoming(ctx, one, 1);
  const data = await personData(tx, next ? [next.contactId] : [], ctx.now, settings);
  const known = next && data.get(next.contactId);
  const person = known ?? sampleData(fieldNames(await loadFields(tx)), settings.locale);
  const locale: Locale = person.language;
  const steps: StepRead[] = [];
  for (const { variants } of one.steps) {
    const { channel, recipe } = one;
    const plain = { channel, recipe, purpose: purposeOf(one), asks: false, variants, second: null };
    const compiled = await wordsOf(ctx, plain);
    if (!('render' in compiled)) {
      steps.push({ missing: compiled.where.name });
      continue;
    }
    // a click of whoever tries it out must not unsubscribe the person whose it would be
    const read = compiled.render(withUrl(plain, person, { url: ctx.publicUrl }), locale);
    steps.push(
      'missing' in read
        ? read
        : { text: read.text, subject: headedSubject(ctx, plain, compiled.localeFor(locale), read.subject) },
    );
  }
  return { name: known && next.name, steps };
}
