/** The paper of each sheet: its size, margins, running heads and page numbers; and how large the text is. */
import type { Chapter, Handout, Sheet } from '../../shared/contract';
import { LANGS } from '../../shared/lang';
import { type PaperBox, paperOf } from './paper';
import { type Sizes, sizesOf } from './sizes';
import { localizedIn } from '../../core/text/localized';
import { wordsFor } from './words';

/** Chromium has no running elements, so each sheet has a page of its own name (css-page-3, “page” property). */
export function pageRules(handout: Handout): string {
  return [rootRule(handout), ...handout.sheets.map((sheet, at) => rulesOf(sheet, at, handout))].join('\n');
}

/** Both the class of a sheet and the name of its page. */
export function sheetName(at: number): string {
  return `sheet-${at + 1}`;
}

export function isCover({ parts }: Sheet): boolean {
  return parts[0]?.part === 'cover';
}

/** Between the titles of a pair. */
const PAIRED = ' · ';

/** Left, centre and right. */
export type Heads = [string, string, string];

/** What heads the pages of a sheet: the titles of its chapter, or the handout's. */
export function headsOf(sheet: Sheet, handout: Handout): Heads {
  if (isCover(sheet)) return ['', '', ''];
  const chapter = handout.chapters.find(({ id }) => id === sheet.chapter);
  const titles = chapter ? titlesOf(chapter, handout) : [handout.title];
  const room = (heads: Heads) => roomFor(paperOf(sheet, handout.page), sizesOf(handout.page.size), heads);
  const heads = headsFrom(titles);
  // Four stand whole, or only the first does: what is left of them would say little.
  const shown =
    titles.length > 3 && heads.some((head) => head.length > room(heads))
      ? headsFrom(titles.slice(0, 1))
      : heads;
  return shown.map((head) => shorten(head, room(shown))) as Heads;
}

/** There are three places for them: four stand in pairs. */
function headsFrom(titles: readonly string[]): Heads {
  const [first = '', second = '', third = ''] = titles;
  if (titles.length < 3) return [first, '', second];
  if (titles.length === 3) return [first, second, third];
  return [titles.slice(0, 2).join(PAIRED), '', titles.slice(2).join(PAIRED)];
}

/** The licence asks to go with every page, and readers should know of each that it is a draft. */
export function footOf(sheet: Sheet, handout: Handout): string {
  const { library, chapters, page } = handout;
  const chapter = chapters.find(({ id }) => id === sheet.chapter);
  const t = wordsFor(chapter?.lang ?? handout.lang);
  const foot = t('print.foot.licence', {
    library: localizedIn(library.title, chapter?.lang ?? handout.lang),
    licence: library.licence.name,
  });
  const editions = (chapter ? [chapter] : chapters).flatMap((one) => one.editions);
  const isDraft = editions.some(({ status }) => status.state === 'draft');
  // The page's number has its own tenth of the width.
  const room = lettersIn(paperOf(sheet, page).inner * 0.88, sizesOf(page.size));
  return shorten(isDraft ? t('print.foot.draft', { foot }) : foot, room);
}

/** Its own title, then those of the other chosen editions; where there are none, the handout's. */
function titlesOf({ article, lang, editions }: Chapter, handout: Handout): string[] {
  const titles = editions[0]?.titles;
  const own = titles?.[lang] ?? article;
  const chosen = LANGS.filter((other) => other !== lang && handout.langs.includes(other));
  const different = [...new Set(chosen.map((other) => titles?.[other] ?? ''))].filter(
    (title) => title !== '' && title !== own,
  );
  if (different.length > 0) return [own, ...different];
  return own === handout.title ? [own] : [own, handout.title];
}

function roomFor({ inner }: PaperBox, sizes: Sizes, heads: Heads): number {
  return lettersIn(inner / heads.filter((head) => head !== '').length, sizes) - 2;
}

const MM_PER_POINT = 25.4 / 72;
/** The mean width of a letter of Source Sans 3, with a little more for Cyrillic. */
const LETTER = 0.51;

function lettersIn(millimetres: number, { margin }: Sizes): number {
  return Math.floor(millimetres / (margin * LETTER * MM_PER_POINT));
}

function shorten(text: string, letters: number): string {
  if (text.length <= letters) return text;
  const cut = text.slice(0, Math.max(letters - 1, 8));
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), cut.length / 2)).trimEnd()}…`;
}

/** Margin boxes read custom properties from the root (measured in 156). */
function rootRule({ page }: Handout): string {
  const sizes = sizesOf(page.size);
  const names = ['title', 'heading', 'small', 'fine', 'label', 'margin'] as const;
  return `:root {
  font-size: ${page.size}pt;
${names.map((name) => `  --${name}-size: ${sizes[name]}pt;`).join('\n')}
  --page-margin: ${page.margin}mm;
}`;
}

function rulesOf(sheet: Sheet, at: number, handout: Handout): string {
  const name = sheetName(at);
  const box = paperOf(sheet, handout.page, !isCover(sheet));
  const [left, centre, right] = headsOf(sheet, handout);
  return `.${name} { page: ${name}; inline-size: ${mm(box.inner)} }
@page ${name} {
  size: ${mm(box.width)} ${mm(box.height)};
  margin: ${mm(box.top)} ${mm(box.side)} ${mm(box.bottom)};
${headRules(sheet, [left, centre, right])}
  @bottom-left { content: ${cssString(footOf(sheet, handout))} }
}${boundRules(name, box)}`;
}

function headRules(sheet: Sheet, [left, centre, right]: Heads): string {
  if (isCover(sheet))
    return ['left', 'center', 'right'].map((at) => `  @top-${at} { content: none }`).join('\n');
  return `  @top-left { content: ${cssString(left)} }
  @top-center { content: ${cssString(centre)} }
  @top-right { content: ${cssString(right)} }`;
}

/** The first page is a right one. Pages that lie across stand with their heads to the left when they are bound. */
function boundRules(name: string, { boundAt, binding, side, top, bottom }: PaperBox): string {
  if (binding === 0) return '';
  const [onRight, onLeft] =
    boundAt === 'side'
      ? [`margin-left: ${mm(side + binding)}`, `margin-right: ${mm(side + binding)}`]
      : [`margin-top: ${mm(top + binding)}`, `margin-bottom: ${mm(bottom + binding)}`];
  return `
@page ${name}:right { ${onRight} }
@page ${name}:left { ${onLeft} }`;
}

function mm(millimetres: number): string {
  return `${Math.round(millimetres * 1000) / 1000}mm`;
}

/** Escapes what could end the string or the rule (css-syntax-3, 4.3.7). */
export function cssString(text: string): string {
  const escaped = text.replace(
    /["\\<\p{Cc}]/gu,
    (character) => `\\${(character.codePointAt(0) ?? 0).toString(16)} `,
  );
  return `"${escaped}"`;
}
