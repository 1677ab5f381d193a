/** Where a part stands, how high its title is and in which language it speaks. The title is `PartTitle.vue`. */
import type { Chapter, Handout } from '../../../shared/contract';
import type { Part } from '../../../shared/handout-parts';
import type { Lang } from '../../../shared/lang';

/** Of the `<section>`: `part-map` where it stands once, `CHAPTER-map` where it follows a chapter. */
export function partAnchor(part: Part, chapters: readonly Chapter[], handout: Handout): string {
  return follows(part, chapters, handout) ? `${chapters[0]?.id}-${part}` : `part-${part}`;
}

/** Of a heading in a chapter's text. */
export function headingAnchor({ id }: Pick<Chapter, 'id'>, block: string): string {
  return `${id}-text-${block}`;
}

/**
 * The title's level: beside the chapters' titles, or beneath one. Headings within the part begin one below, because
 * no level may be skipped (PDF/UA-1, 7.4.2).
 */
export function partLevel(part: Part, chapters: readonly Chapter[], handout: Handout): 1 | 2 {
  return follows(part, chapters, handout) ? 2 : 1;
}

/** The chapter's, or where there are several the handout's. */
export function partLang(chapters: readonly Chapter[], handout: Handout): Lang {
  const [first, ...others] = chapters;
  return first === undefined || others.length > 0 ? handout.lang : first.lang;
}

/** A content note opens the pages and stands before the title; a licence of them all may close the last chapter's. */
function follows(part: Part, chapters: readonly Chapter[], { sheets }: Handout): boolean {
  const [first, ...others] = chapters;
  if (first === undefined || others.length > 0 || part === 'content-note') return false;
  return sheets.some(
    ({ chapter, parts }) =>
      chapter === first.id &&
      parts.some((one) => one.part === part && one.chapters.length === 1 && one.chapters[0] === first.id),
  );
}
