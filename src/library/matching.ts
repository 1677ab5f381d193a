/** Names in any text, by the gazetteer in force: found, weighed and put before a person, never decided. */
import { type Corresponding, correspondingForms } from '../core/names/corresponding';
import type { EditedEntity } from '../core/names/edits';
import { generateForms } from '../core/names/generate/generate';
import { confidenceOf } from '../core/names/match/confidence';
import { compileMatcher, type Hit, type Matcher, type NamedForm } from '../core/names/match/matcher';
import { unmatchedNames } from '../core/names/match/unmatched';
import type { Candidate, NameMatch, Parsed, Proposal } from '../shared/contract';
import { blockIdSchema, type EntityId, entityIdSchema, type NameForm, type Span } from '../shared/domain';
import { AppError } from '../shared/errors';
import { writtenFor } from '../shared/lang';
import { builtFromTable } from '../store/index/built-from';
import type { Context } from './context';
import { rejectionsIn } from './gazetteer';
import { asSuggestion, namesMeant } from './names-meant';
import { showSpans } from './shown';

/** Characters of context on each side of a proposal. */
const WIDTH = 60;

interface KnownForm extends NamedForm {
  entity: EntityId;
  form: NameForm;
}

interface Compiled {
  matcher: Matcher;
  forms: readonly KnownForm[];
  /** What the index was built from then. */
  from: string;
}

const compiled = new WeakMap<object, Compiled>();

/** Made anew after every change of a name. */
function matcherOf({ shelf, entities }: Context): Compiled {
  const from = JSON.stringify(builtFromTable(shelf.index).get());
  const known = compiled.get(shelf.index);
  if (known?.from === from) return known;
  const forms = entities.list().flatMap(formsOf);
  const made = { matcher: compileMatcher(forms), forms, from };
  compiled.set(shelf.index, made);
  return made;
}

function formsOf({ id, type, names }: EditedEntity): KnownForm[] {
  const listed = names.map(({ lang, text, form }) => ({ entity: id, lang, text, form }));
  const generated = generateForms(type, names).map(({ lang, text, form }) => ({
    entity: id,
    lang,
    text,
    form,
    generated: true,
  }));
  return [...listed, ...generated];
}

export function matchNames(context: Context, { text, suggest = false }: Parsed<'names.match'>): NameMatch[] {
  const { matcher, forms } = matcherOf(context);
  const about = describer(context);
  const hits = matcher.find(text);
  const matches = hits.flatMap((hit) => matchOf(about, text, hit, forms) ?? []).map(corresponder(context));
  if (!suggest) return matches;
  return [...matches, ...suggestedIn(context, about, text, hits)].toSorted((a, b) => a.start - b.start);
}

/** For words that no name matches. What is listed without a capital is no name that they could be. */
function suggestedIn(context: Context, about: About, text: string, hits: readonly Hit[]): NameMatch[] {
  const meant = (words: string) =>
    namesMeant(context, words).filter(({ name }) => /^\p{Lu}/u.test(name.text));
  return unmatchedNames(text, hits, meant).flatMap(({ start, end, suggestions }): NameMatch[] => {
    const candidates = suggestions.flatMap((suggestion): Candidate[] => {
      const { entity, form, lang } = suggestion.name;
      const described = about(entity);
      const suggested = asSuggestion(suggestion);
      return described
        ? [{ ...described, form, lang, generated: false, confidence: 'doubtful', suggested }]
        : [];
    });
    return candidates.length === 0 ? [] : [{ start, end, text: text.slice(start, end), candidates }];
  });
}

/** Puts with each candidate what other languages have for its form. */
function corresponder({ entities }: Context): (match: NameMatch) => NameMatch {
  const known = new Map<string, Corresponding[]>();
  const correspondingTo = ({ id, form, lang }: Candidate): Corresponding[] => {
    if (form === null) return [];
    const key = `${id} ${form} ${lang}`;
    const forms = known.get(key) ?? correspondingForms(form, lang, entities.get(id)?.names ?? []);
    known.set(key, forms);
    return forms;
  };
  return (match) => ({
    ...match,
    candidates: match.candidates.map((candidate) => {
      const corresponding = correspondingTo(candidate);
      return corresponding.length > 0 ? { ...candidate, corresponding } : candidate;
    }),
  });
}

type Described = Pick<Candidate, 'id' | 'type' | 'preferred' | 'definite' | 'within'>;
type About = (id: EntityId) => Described | undefined;

/** Each entity once, however often it is found. */
function describer({ briefs, entities }: Context): About {
  const known = new Map<EntityId, Described | undefined>();
  return (id) => {
    if (known.has(id)) return known.get(id);
    const brief = briefs.get(id);
    const within = entities.get(id)?.within;
    const described = brief && { ...brief, ...(within && { within }) };
    known.set(id, described);
    return described;
  };
}

function matchOf(about: About, text: string, hit: Hit, forms: readonly KnownForm[]): NameMatch | undefined {
  const { start, end } = hit;
  const candidates = hit.candidates.flatMap((candidate): Candidate[] => {
    const described = about(entityIdSchema.parse(candidate.entity));
    if (!described) return [];
    const own = candidate.forms
      .flatMap((at) => forms[at] ?? [])
      .filter(({ generated = false }) => generated === candidate.generated);
    // Alike but for script and marks; the one that is written exactly so comes first.
    const form = own.find((one) => one.text === text.slice(start, end)) ?? own[0];
    return [
      {
        ...described,
        form: form?.form ?? null,
        lang: form?.lang ?? 'en',
        generated: candidate.generated,
        confidence: confidenceOf(hit, candidate),
      },
    ];
  });
  return candidates.length === 0 ? undefined : { start, end, text: text.slice(start, end), candidates };
}

/** Whether something may be named there, marked or not. */
export function mayBeNamed(context: Context, text: string, { start, end }: Span): boolean {
  return matcherOf(context)
    .matcher.find(text)
    .some((hit) => start < hit.end && end > hit.start);
}

/**
 * Where an edition may name something and nobody has said so, nor that it does not.
 * @throws AppError 'article.unknown'
 */
export function proposals(context: Context, { article, lang }: Parsed<'names.proposals'>): Proposal[] {
  if (!context.articles.get(article)) throw new AppError('article.unknown', { id: article });
  const written = writtenFor(lang);
  const { matcher, forms } = matcherOf(context);
  const about = describer(context);
  const standing = Map.groupBy(context.mentions.inEdition(article, written), ({ block }) => block);
  const rejected = Map.groupBy(rejectionsIn(context.shelf, article, written), ({ block }) => block);
  return context.articles.passages(article, written).flatMap(({ block, text }) => {
    const taken = [...(standing.get(block) ?? []), ...(rejected.get(block) ?? [])];
    return matcher.find(text).flatMap((hit): Proposal[] => {
      if (taken.some(({ start, end }) => start < hit.end && end > hit.start)) return [];
      const match = matchOf(about, text, hit, forms);
      if (!match) return [];
      const shown = showSpans(text, [hit], lang);
      const { start, end } = shown.spans[0] ?? hit;
      return [
        {
          ...match,
          start,
          end,
          text: shown.text.slice(start, end),
          article,
          lang,
          block: blockIdSchema.parse(block),
          before: shown.text.slice(Math.max(0, start - WIDTH), start),
          after: shown.text.slice(end, end + WIDTH),
        },
      ];
    });
  });
}
