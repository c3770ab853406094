import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Compiled, compile, type Variant } from '../../../src/domain/templates/compile.ts';
import { TemplateFault } from '../../../src/domain/templates/fault.ts';
import type { PersonData } from '../../../src/domain/templates/person_data.ts';
import { sampleData } from '../../../src/domain/templates/sample.ts';
import { escapeHtml } from '../../../src/lib/escape_html.ts';
import { cleanName } from '../../../src/text/normalise.ts';
import { growsTooFast, repeated } from '../../support/linear.ts';

const anna: PersonData = { ...sampleData([]), fields: { tea: 'Oolong' } };

function compiled(variant: Partial<Variant>, options: Parameters<typeof compile>[1] = { footer: false }): Compiled {
  const made = compile({ fallback: 'en', of: { en: { subject: 'S', body: 'B', ...variant } } }, options);
  if (made instanceof TemplateFault) throw new Error(JSON.stringify(made));
  return made;
}

const faultOf = (variant: Partial<Variant>, fields: string[] = ['tea']) =>
  compile({ fallback: 'en', of: { en: { subject: 'S', body: 'B', ...variant } } }, { fields });

function written(variant: Partial<Variant>, data: PersonData = anna) {
  const mail = compiled(variant).render(data, 'en');
  if ('missing' in mail) throw new Error(mail.missing);
  return mail;
}

const bodyOf = (html: string): string => /<div style="max-width[^>]*>\n([\s\S]*)\n<\/div><\/body>/.exec(html)![1]!;

describe('a template', () => {
  it('is Markdown whose values are filled in, as HTML and as text', () => {
    const { subject, html, text } = written({
      subject: 'For {{ first_name }}: {{ fields.tea }}',
      body: '# Hi {{ first_name }}\n\nYour **{{ last_order.items[0].title }}** left on {{ order_date | date: "%d.%m." }}\n\n- one\n- two\n\n[Track](https://tea.example/o/{{ order_number }})',
    });
    expect(subject).toBe('For Anna: Oolong');
    expect(bodyOf(html).replaceAll(/ style="[^"]*"/g, '')).toBe(
      '<h1>Hi Anna</h1>\n<p>Your <strong>Tea</strong> left on 31.01.</p>\n<ul>\n<li>one</li>\n<li>two</li>\n</ul>\n<p><a href="https://tea.example/o/1042">Track</a></p>',
    );
    expect(text).toBe('Hi Anna\n\nYour Tea left on 31.01.\n\n * one\n * two\n\nTrack (https://tea.example/o/1042)');
  });

  it('that only names variables says what the engine makes of it, and lacks what it lacks', () => {
    const pieces = fc.constantFrom(
      ...[
        '{{ name }}',
        '{{first_name}}',
        '{{ fields.tea }}',
        '{{ 姓名 }}',
        '{{ tags }}',
        '{{ tags.size }}',
        '{{ orders }}',
      ],
      ...[
        '{{ shop.name }}',
        '{{ last_order.total }}',
        '{{ city | upcase }}',
        '{{- name -}}',
        '{{ unsubscribe_url }}',
        '{',
        '}}',
      ],
      ...[' **tea** ', '\n\n', '[x](', ')', ' ', '\\'],
    );
    const person = fc.record(
      {
        name: fc.string(),
        city: fc.string(),
        orders: fc.nat(),
        tags: fc.array(fc.string({ maxLength: 5 }), { maxLength: 3 }),
      },
      { requiredKeys: [] },
    );
    const decided = '{% comment %}so that the engine writes it{% endcomment %}';
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), person, (said, known) => {
        const body = `Tea ${said.join('')}`;
        const variants = [body, decided + body].map((one) =>
          compile(
            { fallback: 'en', of: { en: { subject: body.replace(/\s+/g, ' '), body: one } } },
            { fields: ['tea'] },
          ),
        );
        const { name: _, ...rest } = anna;
        const [straight, engine] = variants.map((one) =>
          one instanceof TemplateFault ? one.where.kind : one.render({ ...rest, ...known }, 'en'),
        );
        expect(straight).toEqual(engine);
      }),
      { numRuns: 300 },
    );
  });

  it('is written in the language of whoever gets it, else in the one it falls back to', () => {
    const both = compile(
      {
        fallback: 'en',
        of: { en: { subject: 'S', body: 'Hi {{ name }}' }, 'zh-CN': { subject: '茶', body: '您好，{{ 姓名 }}' } },
      },
      { footer: false },
    ) as Compiled;
    const one = compiled({ body: 'Hi {{ name }}' });
    expect(both.render(anna, 'zh-CN')).toMatchObject({ subject: '茶', text: '您好，Anna Smith' });
    expect(both.render(anna, 'en')).toMatchObject({ subject: 'S', text: 'Hi Anna Smith' });
    expect(one.render(anna, 'zh-CN')).toMatchObject({ text: 'Hi Anna Smith' });
    expect([both.localeFor('zh-CN'), one.localeFor('zh-CN')]).toEqual(['zh-CN', 'en']);
  });

  it('says how to get no more of them, once', () => {
    const own = compiled({ body: 'Bye: {{ unsubscribe_url }}' }, {});
    const without = compiled({ body: 'Bye' }, {});
    for (const mail of [own.render(anna, 'en'), without.render(anna, 'en')]) {
      if ('missing' in mail) throw new Error(mail.missing);
      expect(mail.html.split('href="https://example.com/u/sample"')).toHaveLength(2);
      expect(mail.text).toContain('https://example.com/u/sample');
    }
    const { unsubscribe_url: _, ...noWay } = anna;
    expect(without.render(noWay, 'en')).toEqual({ missing: 'unsubscribe_url' });
  });

  it('is not sent to whoever lacks what it says, and names that', () => {
    const { city: _, last_order: __, ...known } = anna;
    const render = (body: string, data: PersonData = known) => compiled({ body }).render(data, 'en');
    expect(render('{{ city }}')).toEqual({ missing: 'city' });
    expect(render('{{ 城市 }}')).toEqual({ missing: '城市' });
    expect(render('{{ last_order.number }}')).toEqual({ missing: 'last_order' });
    expect(render('{{ order_number }}')).toEqual({ missing: 'order_number' });
    expect(render('{{ fields.hat }}')).toEqual({ missing: 'fields.hat' });
    expect(render('{{ name }}', { ...known, name: '' })).toEqual({ missing: 'name' });
    expect(render('[go]({{ name }})')).toEqual({ missing: 'https://… (Anna Smith)' });
    // what may be lacking is asked for, or has an instead
    expect(render('{{ city | default: "your town" }}{% if city %}!{% endif %}')).toMatchObject({ text: 'your town' });
    expect(compiled({ subject: '{{ name | remove: "Anna Smith" }}' }).render(anna, 'en')).toEqual({
      missing: 'subject',
    });
  });

  it.each([
    ['{{ nmae }}', 'unknown', 'nmae'],
    ['a\n{{ fields.hat }}', 'unknown', 'fields.hat', 2],
    ['{{ shop.owner }}', 'unknown', 'shop.owner'],
    ['{{ name.constructor }}', 'unknown', 'name.constructor'],
    ['{% include "/etc/passwd" %}', 'tag', 'include'],
    ['{% render "x" %}', 'tag', 'render'],
    ['{% layout "x" %}', 'tag', 'layout'],
    ['{% capture x %}{{ name }}{% endcapture %}', 'tag', 'capture'],
    ['{{ name | raw }}', 'filter', '{{ name | raw }}'],
    ['{{ name | no_such }}', 'filter', '{{ name | no_such }}'],
    ['{{ last_order }}', 'value', '{{ last_order }}'],
    ['{{ first_name or "friend" }}', 'value', '{{ first_name or "friend" }}'],
    ['{{ first_name, "friend" }}', 'syntax', '{{ first_name, "friend" }}'],
    ['{{ name', 'syntax', '{{ name'],
    ['{% if name %}a', 'syntax', '{% if name %}'],
    ['{% for i in (1..1000000000) %}x{% endfor %}', 'much', '{% for i in (1..1000000000) %}'],
    // no longer than a second, but too long for each of a thousand
    ['{% for i in (1..300) %}{% for j in (1..90) %}{% endfor %}{% endfor %}x', 'much', '{% for j in (1..90) %}'],
    ['  ', 'empty', ''],
  ])('is at fault with %s', (body, kind, name, line = 1) => {
    const fault = faultOf({ body });
    expect(fault).toBeInstanceOf(TemplateFault);
    expect(fault).toMatchObject({ part: 'body', where: { kind, name, line } });
    // control: the same around it is none
    expect(faultOf({ body: `${'y'.repeat(100)} {{ name }} {{ fields.tea }}` })).not.toBeInstanceOf(TemplateFault);
  });

  it('is at fault where it is longer than anybody writes', () => {
    expect(faultOf({ body: 'x'.repeat(20_001) })).toMatchObject({ where: { kind: 'long', name: '20000' } });
    expect(faultOf({ subject: 'x'.repeat(301) })).toMatchObject({ part: 'subject', where: { kind: 'long' } });
    expect(faultOf({ body: 'x'.repeat(20_000) })).not.toBeInstanceOf(TemplateFault);
  });

  it('runs nothing and reads nothing that is not plain data', () => {
    for (const path of ['constructor', '__proto__', 'prototype'])
      expect(faultOf({ body: `{{ ${path} }}` })).toBeInstanceOf(TemplateFault);
    for (const path of ['fields.constructor', 'fields.__proto__', 'tags.constructor'])
      expect(compile({ fallback: 'en', of: { en: { subject: 'S', body: `{{ ${path} }}` } } })).not.toMatchObject({
        text: expect.anything(),
      });
    const made = compiled({ body: '{{ fields.constructor }}' }, { footer: false });
    expect(made.render(anna, 'en')).toEqual({ missing: 'fields.constructor' });
  });

  it('keeps HTML of its author as words, and leads to no script', () => {
    const { html } = written({ body: '<script>x</script> [a](javascript:alert(1)) ![b](javascript:x) <b onclick=x>' });
    expect(html).not.toMatch(/<script|<b |href="javascript|src="javascript/);
  });
});

// ── values ──

const TEMPLATES: Variant[] = [
  { subject: 'For {{ name }}', body: 'Hi {{ name }},\n\n{{ name }}\n\n- {{ name }}\n- x' },
  { subject: '{{ name }}', body: '# {{ name }}\n> {{ name }}\n\n| {{ name }} | b |\n|---|---|\n| a | {{ name }} |' },
  {
    subject: 'a {{ name | upcase }} b',
    body: '**{{ name }}**_{{ name }}_`{{ name }}`\n\n    {{ name }}\n\n```\n{{ name }}\n```',
  },
  {
    subject: 'x{{ name }}',
    body: '[{{ name }}](https://x.cn/{{ name }}?a={{ name }}) ![{{ name }}](https://x.cn/{{ name }}.png "{{ name }}") https://x.cn/{{ name }}',
  },
  {
    subject: '1 {{ name }}',
    body: '{% for i in last_order.items %}{{ name }}: {{ i.title }}\n{% endfor %}{% if name == "x" %}{% endif %}{{ name | append: name }}',
  },
];

const NASTY = [
  '<b>',
  '</div>',
  '"',
  "'",
  '&amp;',
  '&lt;',
  '*',
  '**',
  '_',
  '`',
  '#',
  '> ',
  '- ',
  '1. ',
  '|',
  '\n',
  '\r\n',
  '\n\n',
  '](',
  'http://x.cn',
  '{{ city }}',
  '{% if %}',
  '<!--',
  '\u2028',
  '\u202e',
  '\0',
  '\\',
  '![',
];
const anyValue = fc
  .array(fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom(...NASTY)), { minLength: 1, maxLength: 8 })
  .map((parts) => parts.join(''))
  .filter((text) => cleanName(text) !== '');

/** Its tags, without what addresses lead to and pictures are called; no value may add to them or take from them. */
const skeleton = (html: string): string[] =>
  (html.match(/<[^>]*>/g) ?? []).map((tag) => tag.replaceAll(/ (href|src|alt|title)="[^"<>]*"/g, ' $1'));

describe('a value', () => {
  const makers = TEMPLATES.map((template) => compiled(template));

  const sameShape = (write: (value: string) => { subject: string; html: string; text: string }) => {
    const plain = write('Anna');
    fc.assert(
      fc.property(anyValue, (value) => {
        const mail = write(value);
        expect(skeleton(mail.html)).toEqual(skeleton(plain.html));
        expect(mail.text.split('\n')).toHaveLength(plain.text.split('\n').length);
        expect(mail.subject).not.toMatch(/[\r\n\u2028\u2029\0]/);
      }),
      { numRuns: 150, seed: 20261127 },
    );
  };

  it.each(TEMPLATES.map((_, nth) => nth))('changes nothing of what template %i is made of', (nth) => {
    sameShape((value) => {
      const mail = makers[nth]!.render({ ...anna, name: value }, 'en');
      if ('missing' in mail) throw new Error(mail.missing);
      return mail;
    });
  });

  it('would, if it stood in the Markdown that is read (the control)', () => {
    expect(() =>
      sameShape((value) => {
        const body = TEMPLATES[0]!.body.replaceAll('{{ name }}', () => value.replaceAll(/[{}%]/g, ''));
        const mail = compiled({ subject: 's', body }).render(anna, 'en');
        if ('missing' in mail) throw new Error(mail.missing);
        return mail;
      }),
    ).toThrow();
  });

  it('is read back as it was, on one line and without what nobody sees', () => {
    fc.assert(
      fc.property(anyValue, (value) => {
        const mail = makers[0]!.render({ ...anna, name: value }, 'en');
        if ('missing' in mail) throw new Error(mail.missing);
        const shown = cleanName(value, 500);
        expect(mail.html).toContain(`<p style="margin:0 0 1em">${escapeHtml(shown)}</p>`);
        expect(mail.text.split('\n')[2]).toBe(shown);
      }),
      { numRuns: 150 },
    );
  });

  it('is never taken for a place of another value, even where it is written like one', () => {
    const mail = compiled({ body: '{{ name }} {{ city }} zq0x0y1z' }).render({ ...anna, name: 'zq1x0y1z' }, 'en');
    expect(mail).toMatchObject({ text: 'zq1x0y1z Berlin zq0x0y1z' });
  });
});

describe('reading a template', () => {
  const read = (source: string) => compile({ fallback: 'en', of: { en: { subject: 'S', body: source } } });

  it.each([
    '**',
    '*a ',
    '[a](',
    '[',
    '- a\n',
    '> ',
    '`',
    '![',
    'https://x.cn ',
    '{{',
    '{%',
    '| a ',
    '# \n',
    'a@',
    '\n\n',
    '&amp;',
  ])(
    'takes time linear in its length: %s',
    (filling) => {
      expect(growsTooFast(read, repeated(filling), 18 * 1024)).toBeUndefined();
    },
    300_000,
  );

  it('ends where a template has many variables, each of which the engine looks up from the beginning', () => {
    expect(read('{{ name }} '.repeat(1800))).not.toBeInstanceOf(TemplateFault);
    expect(read('{{ name }} '.repeat(1900))).toMatchObject({ where: { kind: 'long' } });
  });
});
