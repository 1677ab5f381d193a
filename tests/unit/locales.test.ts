import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import en from '../../locales/en.json';
import sq from '../../locales/sq.json';
import srCyrl from '../../locales/sr-Cyrl.json';

interface Messages {
  [key: string]: string | Messages;
}

/** Path → message. */
function flatten(messages: Messages, prefix = ''): Map<string, string> {
  return new Map(
    Object.entries(messages).flatMap(([key, value]) =>
      typeof value === 'string' ? [[prefix + key, value] as const] : [...flatten(value, `${prefix}${key}.`)],
    ),
  );
}

const english = flatten(en);
const languages = { en: english, sq: flatten(sq), 'sr-Cyrl': flatten(srCyrl) };
const FORMS = { en: 2, sq: 2, 'sr-Cyrl': 3 };

const formsOf = (message: string): string[] => message.split(' | ');
const placeholdersOf = (message: string): string[] =>
  [...new Set(Array.from(message.matchAll(/\{(\w+)\}/g), ([, name]) => name ?? ''))].sort();

/** Proper names, and what is typed or read as it stands. */
const LATIN_IN_CYRILLIC =
  /\b(?:km|mm|WGS|Izbica|Prekazi?|Natural Earth|Shift|Enter|Word|DOCX|TextQuoteSelector|target|zip|W3C|HTML|Markdown|json|jsonld|annotations|Web Annotation|World Historical Gazetteer|Linked Places|TBX-Basic|LP-TSV|JSON-LD|UTF-8|LibreOffice|DOCTYPE|OmegaT|Turtle|Trados|memoQ|Excel|XLSX|JSON|SKOS|CSV|TBX|TMX|XLS|XML|DTD|KB|MB|1\.4b|sr-Cyrl|sr-Latn|sq|en|well-known|features|preferred|variant|historical|misspelling|verified|derived|uncertain|Paralel|Node|npm|ci|PDF|Chromium|Chrome|Edge|PARALEL_CHROMIUM|AppImage|deb|https|library|portable|port|host)\b|\bIzbicë/gu;

describe.each(Object.entries(languages))('the messages in %s', (lang, messages) => {
  it('are the same messages as in English', () => {
    expect([...messages.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it('have the same placeholders as in English', () => {
    for (const [key, message] of messages) {
      expect([key, placeholdersOf(message)]).toEqual([key, placeholdersOf(english.get(key) ?? '')]);
    }
  });

  it('are never empty', () => {
    const empty = [...messages].filter(([, message]) => formsOf(message).some((form) => form.trim() === ''));
    expect(empty).toEqual([]);
  });

  it('have as many forms for a number as the language needs', () => {
    const counted = [...english].filter(([, message]) => formsOf(message).length > 1).map(([key]) => key);
    const plural = [...messages].filter(([, message]) => formsOf(message).length > 1);
    expect(plural.map(([key]) => key).sort()).toEqual(counted.sort());
    for (const [key, message] of plural) {
      expect([key, formsOf(message).length]).toEqual([key, FORMS[lang as keyof typeof FORMS]]);
    }
  });

  it('use no sign that means something to vue-i18n, but for placeholders', () => {
    const odd = [...messages].filter(([, message]) =>
      /[@{}|]/.test(message.replace(/\{\w+\}/g, '').replaceAll(' | ', '')),
    );
    expect(odd).toEqual([]);
  });
});

describe('the Serbian messages', () => {
  it('are in Cyrillic, but for names and what is typed as it stands', () => {
    const mixed = [...languages['sr-Cyrl']].filter(([, message]) =>
      /\p{Script=Latin}/u.test(message.replace(/\{\w+\}/g, '').replace(LATIN_IN_CYRILLIC, '')),
    );
    expect(mixed).toEqual([]);
  });
});

describe('the messages that the window and the shell ask for', () => {
  const root = resolve(import.meta.dirname, '../../src');
  const sources = globSync('{renderer,main}/**/*.{ts,vue}', { cwd: root }).map((file) =>
    readFileSync(resolve(root, file), 'utf8'),
  );
  const code = sources.join('\n');

  const quoted = [
    ...code.matchAll(/(?<![\w.])(?:t|te|words)\(\s*'([^']+)'/g),
    ...code.matchAll(/[?:]\s*'((?:\w+\.)+[\w-]+)'/g),
    ...code.matchAll(/\bkeypath="([^"]+)"/g),
  ].map(([, key]) => key ?? '');
  const literal = new Set(
    quoted.filter((key) => english.has(key) || /^[a-z]+(\.[\w-]+)+(?<!\.html)$/.test(key)),
  );
  const templates = new Set(
    Array.from(code.matchAll(/`((?:[a-z]\w*\.)+)\$\{/g), ([, prefix]) => prefix ?? '').filter(
      (prefix) => (prefix.split('.')[0] ?? '') in en,
    ),
  );

  /** Keys put together from a prefix and a value of the contract. */
  const DYNAMIC = [
    'article.names.', 'article.sourceKinds.', 'backups.did.', 'backups.lost.what.', 'backups.reasons.', 'backups.sizes.', 'backups.would.',
    'card.forms.', 'card.kinds.', 'errors.',
    'exchange.assumed.', 'exchange.at.', 'exchange.fields.', 'exchange.formats.', 'exchange.losses.',
    'exchange.problems.', 'exchange.remarks.', 'exchange.severities.', 'exchange.statuses.',
    'exchange.window.counts.', 'exchange.window.export.count.', 'exchange.window.export.for.',
    'exchange.window.export.lacks.', 'figures.marks.',
    'handout.lacks.', 'handout.layouts.', 'handout.make.as.', 'handout.presets.for.', 'handout.presets.own.',
    'handout.scopes.', 'handout.zoom.', 'keys.groups.', 'keys.others.', 'languages.', 'menu.commands.',
    'menu.roles.', 'menu.titles.', 'names.kinds.', 'notebook.page.on.', 'notebook.page.sorts.', 'notes.colours.',
    'notes.import.counts.', 'notes.import.problems.', 'notes.out.for.', 'notes.out.formats.', 'notes.out.scopes.',
    'notes.reading.shows.', 'notes.states.', 'notices.', 'places.files.', 'print.certainty.', 'print.map.compass.', 'print.map.directions.', 'print.map.key.', 'print.map.seas.', 'print.notes.colours.', 'print.parts.',
    'search.also.', 'settings.textSizes.',
    'settings.themes.', 'terms.categories.', 'terms.certainties.', 'terms.facts.', 'terms.forms.', 'terms.types.',
  ]; // prettier-ignore
  /** Read without vue-i18n, by core/figures and core/exchange/notes. */
  const ELSEWHERE = ['notes.export.', 'quantity.'];

  it('all exist', () => {
    expect([...literal].filter((key) => !english.has(key))).toEqual([]);
  });

  it('are put together from listed prefixes only', () => {
    expect([...templates].sort()).toEqual(DYNAMIC);
  });

  it('are all the messages there are', () => {
    const isBuilt = (key: string): boolean =>
      [...DYNAMIC, ...ELSEWHERE].some((prefix) => key.startsWith(prefix));
    expect([...english.keys()].filter((key) => !literal.has(key) && !isBuilt(key))).toEqual([]);
  });
});
