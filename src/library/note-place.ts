/** Where in the library a note from elsewhere belongs: what its file knows is checked, and what it does not is looked for. */
import { isWhole } from '../core/anchors/edges';
import { type Anchor, type Edition, findAnchor, prepareEdition } from '../core/anchors/find';
import { describe } from '../core/anchors/quote';
import type { ReadTarget } from '../core/exchange/notes/types';
import { mapSpanToCyrillic, scriptOf, toLatinWithMap } from '../core/text/script';
import { articleIdSchema, type ArticleId, entityIdSchema, figureIdSchema, type Span } from '../shared/domain';
import { type Lang, writtenFor } from '../shared/lang';
import type { KeptTarget } from '../shared/notes';
import type { Context } from './context';
import { showText } from './shown';

type ReadQuote = Extract<ReadTarget, { on: 'quote' }>;
type KeptQuote = Extract<KeptTarget, { on: 'quote' }>;

/** Units of a quote that two documents do not share by chance. */
const LONG_ENOUGH = 16;

/** Undefined where it is on nothing that this library could ever have. */
export type Placer = (target: ReadTarget) => KeptTarget | undefined;

/** For many notes: each edition is prepared once. */
export function placer(context: Context): Placer {
  const { articles, collections } = context;
  const editions = new Map<string, Edition>();
  const edition = (article: ArticleId, lang: Lang): Edition => {
    const key = `${article} ${lang}`;
    const blocks = () =>
      articles
        .passages(article, writtenFor(lang))
        .map(({ block, text }) => ({ id: block, text: showText(text, lang) }));
    const known = editions.get(key) ?? prepareEdition(blocks());
    editions.set(key, known);
    return known;
  };
  const version = collections.first()?.version ?? '';

  function langsOf(article: ArticleId, { lang, exact }: ReadQuote): Lang[] {
    const written = lang ? [writtenFor(lang)] : articles.editions(article).map((one) => one.lang);
    // A file may have the words in the other script than the edition was read in.
    return written.map((one) => (one === 'sr-Cyrl' && scriptOf(exact) === 'Latn' ? 'sr-Latn' : one));
  }

  function find(article: ArticleId, target: ReadQuote): KeptQuote | undefined {
    const anchor: Anchor = {
      block: target.block ?? '',
      start: target.start ?? 0,
      end: target.end ?? target.exact.length,
      exact: target.exact,
      prefix: target.prefix,
      suffix: target.suffix,
    };
    for (const lang of langsOf(article, target)) {
      const within = edition(article, lang);
      const found = onlyOne(within, anchor) ?? findAnchor(within, anchor);
      const text = 'block' in found ? articles.text(article, writtenFor(lang), found.block) : undefined;
      if (!('block' in found) || text === undefined) continue;
      const span = writtenSpan(text, lang, found);
      const { block } = found;
      return {
        on: 'quote',
        article,
        lang: target.lang ?? lang,
        edition: version,
        block,
        ...describe(text, span),
      };
    }
    return undefined;
  }

  function quote(target: ReadQuote): KeptQuote | undefined {
    const article = articleIdSchema.safeParse(target.article);
    if (!article.success) return elsewhere(target);
    // Of a note that was ours it is known where it was, which says more than where it may be now.
    const was = asItWas(article.data, target);
    if (was && target.edition !== null) return was;
    return find(article.data, target) ?? was ?? orphan(article.data, target);
  }

  /** It was written about another document; where a long enough quote of it stands here, it is about this one too. */
  function elsewhere(target: ReadQuote): KeptQuote | undefined {
    if (target.exact.length < LONG_ENOUGH) return undefined;
    const found = articles.list().flatMap(({ id }) => find(id, target) ?? []);
    return found.length === 1 ? found[0] : undefined;
  }

  return (target) => {
    switch (target.on) {
      case 'quote':
        return quote(target);
      case 'block': {
        const { data: article } = articleIdSchema.safeParse(target.article);
        if (!article || target.block === null) return undefined;
        const { block, exact, lang, edition: was } = target;
        return { on: 'block', article, lang: lang ?? 'en', block, exact, edition: was ?? version };
      }
      case 'article': {
        const { data: article } = articleIdSchema.safeParse(target.article);
        return article && { on: 'article', article, lang: target.lang ?? 'en' };
      }
      case 'figure': {
        const { data: article } = articleIdSchema.safeParse(target.article);
        const { data: figure } = figureIdSchema.safeParse(target.figure);
        return article && figure && { on: 'figure', article, figure };
      }
      case 'entity': {
        const { data: entity } = entityIdSchema.safeParse(target.entity);
        return entity && { on: 'entity', entity };
      }
    }
  };
}

/** Words that stand in an edition once need nothing around them to be known by. */
function onlyOne({ blocks }: Edition, anchor: Anchor): (Span & { block: string }) | undefined {
  const standing = blocks.filter(({ text }) => text.includes(anchor.exact));
  const [one] = standing;
  if (!one || standing.length > 1) return undefined;
  const start = one.text.indexOf(anchor.exact);
  const span = { start, end: start + anchor.exact.length };
  const isAlone = one.text.lastIndexOf(anchor.exact) === start;
  return isAlone && isWhole(one.text, span, anchor) ? { block: one.id, ...span } : undefined;
}

const writtenSpan = (text: string, lang: Lang, { start, end }: Span): Span =>
  lang === 'sr-Latn' ? mapSpanToCyrillic(toLatinWithMap(text), { start, end }) : { start, end };

function asItWas(article: ArticleId, target: ReadQuote): KeptQuote | undefined {
  const { lang, block, start, end, exact, prefix, suffix, edition } = target;
  if (lang === null || block === null || start === null || end === null || end <= start) return undefined;
  if (writtenFor(lang) === 'sr-Cyrl' && scriptOf(exact) === 'Latn') return undefined;
  return { on: 'quote', article, lang, edition: edition ?? '', block, start, end, exact, prefix, suffix };
}

/** Kept with its words, to be placed by hand. */
function orphan(article: ArticleId, target: ReadQuote): KeptQuote {
  const { lang, block, start, exact, prefix, suffix, edition } = target;
  const from = start ?? 0;
  return {
    on: 'quote',
    article,
    lang: lang ?? 'en',
    edition: edition ?? '',
    block: block ?? '',
    start: from,
    end: from + exact.length,
    exact,
    prefix,
    suffix,
  };
}
