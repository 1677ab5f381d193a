/** The words above a drawing on the page that it begins on, and beneath it, as print.css and drawn.css set them. */
import { localizedIn } from '../../../core/text/localized';
import type { Face } from '../../../core/drawings/measure';
import type { Paragraph } from '../../../core/drawings/paragraph';
import type { Chapter, Handout, Sheet } from '../../../shared/contract';
import type { Part } from '../../../shared/handout-parts';
import { LANGS } from '../../../shared/lang';
import { sizesOf } from '../sizes';
import { statusLine } from '../status';
import { wordsFor } from '../words';
import { partLang } from './anchor';
import { byArticle, titleIn } from './articles';

export interface Words extends Paragraph {
  /** What the paragraph's box takes of the width. */
  inset?: number;
}

const PER_POINT = 96 / 72;

/** What a heading adds to its first line, of its size. */
const HEADING = { leading: 1.25, padding: 0.15 };

interface Setting {
  rem: number;
  heading: number;
  title: number;
  small: number;
  fine: number;
  soft: Face;
}

function settingOf({ page }: Handout): Setting {
  const { text, heading, title, small, fine } = sizesOf(page.size);
  return {
    rem: text * PER_POINT,
    heading: heading * PER_POINT,
    title: title * PER_POINT,
    small: small * PER_POINT,
    fine: fine * PER_POINT,
    soft: page.contrast ? 'sans-strong' : 'sans',
  };
}

function words(text: string, face: Face, size: number, leading: number, space: number): Words {
  return { runs: [{ text, face }], size, leading, space };
}

export function above(
  part: Part,
  sheet: Sheet | undefined,
  chapters: readonly Chapter[],
  handout: Handout,
): Words[] {
  const set = settingOf(handout);
  const lang = partLang(chapters, handout);
  const [opening] = sheet?.parts.filter((one) => one.part !== 'content-note') ?? [];
  const isFirst = opening?.part === part;
  const chapter = isFirst ? chapters.find(({ id }) => id === sheet?.chapter) : undefined;
  const isLater = handout.sheets.slice(0, sheet ? handout.sheets.indexOf(sheet) : 0).some((earlier) => earlier.chapter === sheet?.chapter); // prettier-ignore
  const note = isFirst && sheet?.parts[0]?.part === 'content-note' ? noteWords(handout, set) : [];
  const isAtTop = isFirst && note.length === 0 && (chapter === undefined || isLater);
  const title = words(
    wordsFor(lang)(`print.parts.${part}`),
    'serif-strong',
    set.heading,
    HEADING.leading,
    set.heading * HEADING.padding + set.rem * (isAtTop ? 0.55 : 2.3),
  );
  const articles = part === 'figures' ? byArticle(chapters) : [];
  const longest = articles.map((one) => titleIn(one.chapters, lang)).sort((a, b) => b.length - a.length)[0];
  return [
    ...note,
    ...(chapter ? chapterWords(chapter, isLater, set) : []),
    title,
    ...(articles.length > 1 && longest !== undefined
      ? [words(longest, 'serif-strong', set.rem * 1.06, HEADING.leading, set.rem * 0.7)]
      : []),
  ];
}

function chapterWords(chapter: Chapter, isLater: boolean, set: Setting): Words[] {
  const [first, ...others] = chapter.editions;
  const title = first?.titles[chapter.lang] ?? chapter.article;
  if (isLater) return [words(title, 'serif-italic', set.rem, 1.5, set.rem * 0.6)];
  const titles = new Set(LANGS.map((lang) => first?.titles[lang] ?? '').filter((text) => text !== '' && text !== title)); // prettier-ignore
  const status = first && others.length === 0 ? [statusLine(first)] : [];
  const t = wordsFor(chapter.lang);
  const missing = chapter.missing.map((lang) => t(`languages.${lang}`)).join('; ');
  const lost = chapter.missingSections.join(', ');
  const lines = [
    ...status,
    ...(missing ? [t('print.missing', { languages: missing })] : []),
    ...(lost ? [t('print.missingSections', { sections: lost })] : []),
  ];
  return [
    words(title, 'serif-strong', set.title, HEADING.leading, set.title * HEADING.padding + set.rem * 1.6),
    ...(titles.size > 0
      ? [words([...titles].join(' · '), 'serif-italic', set.rem * 1.05, 1.5, set.rem * 0.25)]
      : []),
    ...lines.map((line) => words(line, set.soft, set.fine, 1.4, set.rem * 0.5)),
  ];
}

function noteWords({ langs, library }: Handout, set: Setting): Words[] {
  return langs.flatMap((lang, at) => {
    const inset = 2 * set.rem + 2;
    // The box’s own room above and beneath, then a gap between languages.
    const space = set.rem * (at === 0 ? 1.8 : 0.7);
    const title = wordsFor(lang)('print.parts.content-note');
    return [
      { ...words(title, 'serif-strong', set.small, 1.45, space), inset },
      { ...words(localizedIn(library.contentNote, lang), 'serif', set.small, 1.45, 0), inset },
    ];
  });
}

/** Lists and notes, of which the last is the smallest. */
export function beneath(texts: readonly string[], handout: Handout): Words[] {
  const { small, soft, rem, fine } = settingOf(handout);
  return texts.map((text, at) => {
    const isNote = at === texts.length - 1;
    return words(text, isNote ? soft : 'serif', isNote ? fine : small, 1.4, rem * (at === 0 ? 0.8 : 0.55));
  });
}
