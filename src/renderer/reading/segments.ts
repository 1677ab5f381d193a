/** What a text shows where names stand in it, and which part of the text as written each piece is. */
import { toCyrillic, toLatin } from '../../core/text/script';
import { categoryOf } from '../../shared/category';
import { citedAs } from '../../shared/cited';
import type { Article, EntityBrief, NamesDisplay, Proposal } from '../../shared/contract';
import type { Block, EntityId, Mention, RichText } from '../../shared/domain';
import { isLang, LANGS, type Lang, writtenFor } from '../../shared/lang';
import { withProposals } from './mentions/proposed';

export interface TextSegment {
  kind: 'text';
  text: string;
  /** Into the text as written, as for names below. */
  start: number;
  end: number;
}

export interface NameSegment {
  kind: 'name';
  entity: EntityId;
  shown: string;
  /** As the text writes it. */
  original: string;
  /** Of `shown`. */
  lang: Lang;
  start: number;
  end: number;
  /** The first of its entity in its section. */
  first: boolean;
  /** The names in the other languages, where they are to be shown after it. */
  gloss?: LanguageText[];
}

/** Words that the matcher takes for a name, which nobody has confirmed. */
export interface ProposalSegment extends Omit<TextSegment, 'kind'> {
  kind: 'proposal';
}

export type Segment = TextSegment | NameSegment | ProposalSegment;

interface LanguageText {
  lang: Lang;
  text: string;
}

export interface FirstMentions {
  inArticle: ReadonlySet<Mention>;
  inSection: ReadonlySet<Mention>;
}

export interface Display {
  mode: NamesDisplay;
  /** The edition's. */
  lang: Lang;
  entities: ReadonlyMap<string, EntityBrief>;
  firsts: FirstMentions;
  /** In which languages names are explained; all, unless it says so. */
  glossed?: readonly Lang[];
}

/** A heading opens a section and is left alone: what is first is first in the running text. */
export function firstMentions(blocks: readonly Pick<Block, 'type' | 'mentions'>[]): FirstMentions {
  const inArticle = new Set<Mention>();
  const inSection = new Set<Mention>();
  const seen = new Set<string>();
  let seenInSection = new Set<string>();
  for (const block of blocks) {
    if (block.type === 'heading') {
      seenInSection = new Set();
      continue;
    }
    for (const mention of block.mentions) {
      if (!seen.has(mention.entity)) inArticle.add(mention);
      if (!seenInSection.has(mention.entity)) inSection.add(mention);
      seen.add(mention.entity);
      seenInSection.add(mention.entity);
    }
  }
  return { inArticle, inSection };
}

/** Segments adjoin and cover the text. Mentions that overlap an earlier one or leave the text are passed over. */
export function segmentsOf({ text, mentions }: RichText, display: Display): Segment[] {
  const segments: Segment[] = [];
  let at = 0;
  const upTo = (end: number) => {
    if (end > at) segments.push({ kind: 'text', text: text.slice(at, end), start: at, end });
  };
  for (const mention of mentions.toSorted((a, b) => a.start - b.start)) {
    if (mention.start < at || mention.end <= mention.start || mention.end > text.length) continue;
    upTo(mention.start);
    segments.push(nameSegment(text, mention, display));
    at = mention.end;
  }
  upTo(text.length);
  return segments;
}

type Edition = Pick<Article, 'lang' | 'blocks' | 'facts' | 'entities'>;

function displayOf({ lang, entities }: Edition, mode: NamesDisplay): Omit<Display, 'firsts'> {
  return { mode, lang, entities: new Map(entities.map((brief) => [brief.id, brief])) };
}

/** By block id.
 *  @param proposals to be shown in the edition */
export function blockSegments(
  edition: Edition,
  mode: NamesDisplay,
  proposals: readonly Pick<Proposal, 'block' | 'start' | 'end'>[] = [],
): ReadonlyMap<string, Segment[]> {
  const display = { ...displayOf(edition, mode), firsts: firstMentions(edition.blocks) };
  const proposed = Map.groupBy(proposals, ({ block }) => block);
  return new Map(
    edition.blocks.map((block) => [
      block.id,
      withProposals(segmentsOf(block, display), proposed.get(block.id) ?? []),
    ]),
  );
}

/** By key. Each fact is a section of its own; names are explained in the running text, not here. */
export function factSegments(edition: Edition, mode: NamesDisplay): ReadonlyMap<string, Segment[]> {
  const display = displayOf(edition, mode);
  const segments = edition.facts.map(({ key, value, mentions }): [string, Segment[]] => {
    const { inSection } = firstMentions([{ type: 'paragraph', mentions }]);
    return [
      key,
      segmentsOf({ text: value, mentions }, { ...display, firsts: { inArticle: new Set(), inSection } }),
    ];
  });
  return new Map(segments);
}

function nameSegment(text: string, mention: Mention, display: Display): NameSegment {
  const { start, end, entity } = mention;
  const original = text.slice(start, end);
  const brief = display.entities.get(entity);
  const written = { text: original, lang: mention.lang ?? display.lang };
  const isFree = brief !== undefined && !isCited(text, start);
  const replaceable = isFree && isAName(original, brief);
  const changed =
    isFree && isLang(display.mode)
      ? (inScript(written, display.mode) ??
        (replaceable ? inLang(brief, written.lang, display.mode) : undefined))
      : undefined;
  const shown = changed && !isGlossedWith(changed.text, text, end) ? changed : written;
  const segment: NameSegment = {
    kind: 'name', entity, shown: shown.text, original, lang: shown.lang, start, end,
    first: display.firsts.inSection.has(mention),
  }; // prettier-ignore
  if (display.mode !== 'gloss' || !replaceable || !display.firsts.inArticle.has(mention)) return segment;
  const gloss = glossOf(original, brief, display);
  return gloss.length > 0 ? { ...segment, gloss } : segment;
}

/** Where the edition is in the chosen language its own forms stand, for they carry the sentence's grammar; only their
 *  script changes, and that of descriptions with it. */
function inScript(written: LanguageText, to: Lang): LanguageText | undefined {
  if (written.lang === to || writtenFor(written.lang) !== writtenFor(to)) return undefined;
  if (to === 'sr-Latn') return { text: toLatin(written.text), lang: to };
  const { text, kept } = toCyrillic(written.text);
  return kept.length === 0 ? { text, lang: to } : undefined;
}

function inLang(brief: EntityBrief, from: Lang, to: Lang): LanguageText | undefined {
  if (from === to) return undefined;
  const preferred = citedAs(brief, to);
  return preferred === undefined ? undefined : { text: preferred, lang: to };
}

/** Places and people are called by name. Events, groups and organisations are also described ("government
 *  forces", "the massacre"), and a description is the text's own: another wording would say another thing. */
function isAName(original: string, brief: EntityBrief): boolean {
  const category = categoryOf(brief.id);
  if (category === 'place' || category === 'person') return true;
  const known = [brief.definite, ...Object.values(brief.preferred)];
  return known.some((name) => name?.text.toLowerCase() === original.toLowerCase());
}

/** In quotation marks, or as "(Albanian: …; Serbian: …": the text speaks of the form itself. */
function isCited(text: string, start: number): boolean {
  return /[“„”«»"‘‚]$|\([^()]*\p{L}: $/u.test(text.slice(0, start));
}

/** The text itself says that name right after this one: "Масакр у Избици (албански: Masakra e Izbicës)". */
function isGlossedWith(name: string, text: string, end: number): boolean {
  const [gloss] = /^\s\([^()]*\)/u.exec(text.slice(end)) ?? [];
  return gloss?.includes(name) === true;
}

function glossOf(
  shown: string,
  brief: EntityBrief,
  { lang: edition, glossed = LANGS }: Display,
): LanguageText[] {
  const said = new Set([shown]);
  return glossed.flatMap((lang) => {
    const text = citedAs(brief, lang);
    if (text === undefined || writtenFor(lang) === writtenFor(edition) || said.has(text)) return [];
    said.add(text);
    return [{ lang, text }];
  });
}
