/** `articles`, `article`, `search`: what is read. */
import type { Command } from 'commander';
import type { Article, ArticleSummary, SearchResult } from '../../shared/contract';
import { articleIdSchema } from '../../shared/domain';
import type { Lang } from '../../shared/lang';
import { suggestionText } from '../suggestion';
import { columns, type GlobalOptions, parseCount, parseLang, print, withLibrary } from '../terminal';
import { parseId } from '../ids';

export function addReadingCommands(program: Command): void {
  program
    .command('articles')
    .description('list the articles of the library')
    .action((_, command: Command) => {
      const options = command.optsWithGlobals<GlobalOptions>();
      return withLibrary(options, async (call) =>
        print(options, await call('articles.list', {}), articleLines),
      );
    });

  program
    .command('article')
    .description('show one article')
    .argument('<id>', 'as `articles` lists it', parseId(articleIdSchema))
    .option('--lang <lang>', 'the edition to show', parseLang, 'en' as Lang)
    .action((id, _, command: Command) => {
      const options = command.optsWithGlobals<GlobalOptions & { lang: Lang }>();
      return withLibrary(options, async (call) =>
        print(options, await call('articles.get', { id, lang: options.lang }), textLines),
      );
    });

  program
    .command('search')
    .description('find words and names in any script')
    .argument('<words...>', 'put a phrase into "quotation marks"')
    .option('--lang <lang>', 'only in this edition', parseLang)
    .option('--exact', 'as written: no folding, no other names', false)
    .option('--limit <n>', 'how many hits to show at most', parseCount, 20)
    .action((words: string[], _, command: Command) => {
      const options = command.optsWithGlobals<
        GlobalOptions & { lang?: Lang; exact: boolean; limit: number }
      >();
      const { lang, exact, limit } = options;
      return withLibrary(options, async (call) =>
        print(options, await call('search.find', { words: words.join(' '), lang, exact, limit }), hitLines),
      );
    });
}

function articleLines(articles: ArticleSummary[]): string[] {
  return articles.flatMap(({ id, titles, blocks, words }) => [
    id,
    ...columns(
      Object.entries(titles).map(([lang, title]) => ['', lang, title, `${words[lang as Lang] ?? 0} words`]),
    ),
    ...columns([['', `${blocks} blocks`]]),
  ]);
}

function textLines({ title, facts, blocks }: Article): string[] {
  return [
    title,
    '',
    ...columns(facts.map(({ key, value }) => [key, value])),
    ...blocks.flatMap(({ type, text }) => [
      ...(type === 'item' ? [] : ['']),
      type === 'item' ? `- ${text}` : text,
    ]),
  ];
}

function hitLines({ expanded, suggested = [], total, hits }: SearchResult): string[] {
  return [
    ...expanded.map(
      ({ matched, entity, names }) => `${matched} is a name of ${entity}; also searched: ${names.join(', ')}`,
    ),
    `${total} found`,
    ...suggested.map(
      (meant) => `“${meant.words}”: you may have meant ${suggestionText(meant)}, a name of ${meant.entity}`,
    ),
    ...hits.flatMap(({ article, lang, block, snippet, marks }) => [
      '',
      `${article} ${lang} ${block}`,
      bracket(snippet, marks),
    ]),
  ];
}

/** What was found in brackets: a terminal may have no colour, and a file has none. */
function bracket(snippet: string, marks: readonly [number, number][]): string {
  return [...marks]
    .reverse()
    .reduce(
      (text, [start, end]) => `${text.slice(0, start)}[${text.slice(start, end)}]${text.slice(end)}`,
      snippet,
    );
}
