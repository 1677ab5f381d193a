/** The paper of each part: its size, running heads and page numbers. */
import type { Handout } from '../../shared/contract';
import { type Lang, LANGS, writtenFor } from '../../shared/lang';
import { localizedText, wordsFor } from './words';

type Part = Handout['parts'][number];

/** A head longer than this would need a second line beside two others. */
const HEAD_LENGTH = 48;

/** Chromium has no running elements, so each part has a page of its own name (css-page-3, “page” property). */
export function pageRules(handout: Handout): string {
  return handout.parts.map((part, at) => rulesOf(part, at, handout)).join('\n');
}

function rulesOf({ article }: Part, at: number, handout: Handout): string {
  const [left, centre, right] = runningHeads(article.lang, article.titles, article.title);
  return `#${partId(at)} { page: ${partId(at)} }
@page ${partId(at)} {
  size: ${handout.paper};
  @top-left { content: ${cssString(left)} }
  @top-center { content: ${cssString(centre)} }
  @top-right { content: ${cssString(right)} }
  @bottom-left { content: ${cssString(footOf(handout, article))} }
}`;
}

/** Both the anchor of a part and the name of its page. */
export function partId(at: number): string {
  return `part-${at + 1}`;
}

/** The part's own title, then its titles in the other two written languages. */
export function runningHeads(
  lang: Lang,
  titles: Readonly<Record<Lang, string>>,
  title: string,
): [string, string, string] {
  const others = LANGS.filter((other) => other !== 'sr-Latn' && other !== writtenFor(lang)).map(
    (other) => titles[other],
  );
  const [centre = '', right = ''] = [...new Set(others)].filter((other) => other !== '' && other !== title);
  return [shorten(title), shorten(centre), shorten(right)];
}

function footOf({ library }: Handout, { lang, status }: Part['article']): string {
  const t = wordsFor(lang);
  const foot = t('print.foot.licence', {
    library: localizedText(library.title, lang),
    licence: library.licence.name,
  });
  return status.state === 'draft' ? t('print.foot.draft', { foot }) : foot;
}

function shorten(text: string): string {
  if (text.length <= HEAD_LENGTH) return text;
  const cut = text.slice(0, HEAD_LENGTH);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), HEAD_LENGTH / 2)).trimEnd()}…`;
}

/** Escapes what could end the string or the rule (css-syntax-3, 4.3.7). */
export function cssString(text: string): string {
  const escaped = text.replace(
    /["\\<\p{Cc}]/gu,
    (character) => `\\${(character.codePointAt(0) ?? 0).toString(16)} `,
  );
  return `"${escaped}"`;
}
