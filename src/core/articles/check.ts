/** What the schemas cannot say of a library's files: that what they refer to is there, and stands where they say. */
import { WRITTEN_LANGS } from '../../shared/lang';
import { type FindForm, formFinder } from '../names/forms';
import type { LibraryFiles } from './library-source';
import { parseMarkup } from './markup';

/** Every problem as a sentence that names the file's part; empty where there is none. */
export function checkLibrary(files: LibraryFiles): string[] {
  const sources = new Set(files.sources.map((source) => source.id));
  const entities = new Set(files.entities.map((entity) => entity.id));
  const articles = new Set(files.articles.map(({ article }) => article.id));
  const problems: string[] = [];
  const expect = (holds: boolean, problem: string) => void (holds || problems.push(problem));
  const expectSources = (where: string, ids: readonly { source: string }[]) => {
    for (const { source } of ids) expect(sources.has(source as never), `${where}: there is no source ${source}`);
  };

  for (const id of repeated(files.sources.map((source) => source.id))) problems.push(`sources: ${id} stands twice`);
  for (const id of repeated(files.entities.map((entity) => entity.id))) problems.push(`entities: ${id} stands twice`);
  for (const id of files.library.articles) expect(articles.has(id), `library: there is no article ${id}`);

  for (const entity of files.entities) {
    for (const name of entity.names) {
      expectSources(`${entity.id} ${name.text}`, name.sources.map((source) => ({ source }))); // prettier-ignore
    }
    for (const lang of WRITTEN_LANGS) {
      const main = entity.names.filter((name) => name.lang === lang && name.kind === 'preferred' && isCitationForm(name.form));
      const forms = main.map((name) => name.form);
      expect(main.length > 0, `${entity.id}: no preferred name in ${lang}`);
      expect(new Set(forms).size === forms.length, `${entity.id}: two preferred names of one form in ${lang}`);
    }
  }

  const formOf = formFinder<string>(files.entities);
  const figures = new Set(files.articles.flatMap((one) => one.figures.map((figure) => figure.id)));
  for (const id of repeated(files.articles.flatMap((one) => one.figures.map((figure) => figure.id)))) {
    problems.push(`figures: ${id} stands twice`);
  }

  for (const { article, editions, figures: held } of files.articles) {
    const blocks = new Set(article.blocks.map((block) => block.id));
    const facts = new Set(article.facts.map((fact) => fact.key));
    expect(entities.has(article.about), `${article.id}: there is no entity ${article.about}`);
    for (const id of repeated(article.blocks.map((block) => block.id))) problems.push(`${article.id}: block ${id} stands twice`);
    expectSources(article.id, [article.source, ...article.sources].map((source) => ({ source })));
    for (const block of [...article.blocks, ...article.facts]) expectSources(`${article.id}`, block.citations);
    for (const { entity, article: target } of article.seeAlso) {
      expect(entities.has(entity), `${article.id}, see also: there is no entity ${entity}`);
      expect(target === undefined || articles.has(target), `${article.id}, see also: there is no article ${target}`);
    }
    for (const id of repeated(editions.map((edition) => edition.lang))) problems.push(`${article.id}: edition ${id} stands twice`);
    for (const edition of editions) {
      const where = `${article.id} ${edition.lang}`;
      expectSame(`${where}, blocks`, blocks, Object.keys(edition.blocks), problems);
      expectSame(`${where}, facts`, facts, Object.keys(edition.facts), problems);
      for (const [id, markup] of [...Object.entries(edition.blocks), ...Object.entries(edition.facts)]) {
        problems.push(...checkMarkup(`${where} ${id}`, markup, edition.lang, entities, formOf));
      }
    }
    for (const figure of held) {
      const where = `figure ${figure.id}`;
      expectSources(where, figure.citations);
      for (const place of figure.scope.places) expect(entities.has(place), `${where}: there is no entity ${place}`);
      expect(figure.holder === undefined || entities.has(figure.holder), `${where}: there is no entity ${figure.holder}`);
      expect(figure.block === undefined || blocks.has(figure.block), `${where}: there is no block ${figure.block}`);
      expect(figure.fact === undefined || facts.has(figure.fact), `${where}: there is no fact ${figure.fact}`);
      expect(figure.partOf === undefined || figures.has(figure.partOf), `${where}: there is no figure ${figure.partOf}`);
      expect(figure.low !== null || figure.high !== null || figure.wording !== undefined, `${where}: neither number nor words`);
    }
  }
  return problems;
}

/** Forms that stand in a list, one each a language. */
export function isCitationForm(form: string): boolean {
  return form === 'base' || form === 'indefinite' || form === 'definite';
}

function checkMarkup(where: string, markup: string, lang: string, entities: Set<string>, formOf: FindForm): string[] {
  try {
    return parseMarkup(markup).mentions.flatMap((mention) => {
      if (!entities.has(mention.entity)) return [`${where}: there is no entity ${mention.entity}`];
      if (!formOf(mention.entity, lang, mention.text)) {
        return [`${where}: “${mention.text}” is no known form of ${mention.entity}`];
      }
      return [];
    });
  } catch (error) {
    if (error instanceof RangeError) return [`${where}: ${error.message}`];
    throw error;
  }
}

function expectSame(where: string, expected: Set<string>, found: string[], problems: string[]): void {
  for (const id of expected) if (!found.includes(id)) problems.push(`${where}: ${id} is missing`);
  for (const id of found) if (!expected.has(id)) problems.push(`${where}: ${id} belongs to no ${where.endsWith('facts') ? 'fact' : 'block'}`);
}

function repeated(ids: readonly string[]): string[] {
  return [...new Set(ids.filter((id, at) => ids.indexOf(id) !== at))];
}
