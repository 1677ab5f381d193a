/** Text as one of the four languages shows it: Serbian Latin is derived, and what stands in it moves along. */
import { mapSpanToLatin, toLatin, toLatinWithMap } from '../core/text/script';
import type { Mention, RichText, Span } from '../shared/domain';
import type { Lang, WrittenLang } from '../shared/lang';
import type { MentionRow } from '../store/index/mentions';

/** `text` of an edition in `writtenFor(lang)`, as `lang` shows it. */
export function showText(text: string, lang: Lang): string {
  return lang === 'sr-Latn' ? toLatin(text) : text;
}

export function showSpans(text: string, spans: readonly Span[], lang: Lang): { text: string; spans: Span[] } {
  if (lang !== 'sr-Latn') return { text, spans: [...spans] };
  const latin = toLatinWithMap(text);
  return { text: latin.text, spans: spans.map((span) => mapSpanToLatin(latin, span)) };
}

export function showRich(text: string, rows: readonly MentionRow[], lang: Lang): RichText {
  const shown = showSpans(text, rows, lang);
  const mentions = rows.map(({ entity, quoted, edit, ...written }, at): Mention => {
    const { start, end } = shown.spans[at] ?? written;
    return {
      entity,
      start,
      end,
      text: shown.text.slice(start, end),
      ...(quoted && { lang: quoted }),
      ...(edit !== null && { edit }),
    };
  });
  return { text: shown.text, mentions };
}

/** The languages that show an edition written in `lang`. */
export function shownIn(lang: WrittenLang): Lang[] {
  return lang === 'sr-Cyrl' ? ['sr-Cyrl', 'sr-Latn'] : [lang];
}
