/** `match`, `proposals`, `findings`, `compare` and `sources`: what a translator asks of the names. */
import type { Command } from 'commander';
import type { Candidate, Comparison, Finding, NameMatch, Proposal } from '../../shared/contract';
import { articleIdSchema } from '../../shared/domain';
import { isLang, type Lang } from '../../shared/lang';
import { readText } from '../files';
import { parseId } from '../ids';
import { suggestionText } from '../suggestion';
import { columns, type GlobalOptions, parseLang, print, withLibrary } from '../terminal';

export function addReportCommands(program: Command): void {
  program
    .command('match')
    .description('find names in a text: a file, or standard input')
    .argument('[file]', 'the text: UTF-8, UTF-16, windows-1250 or windows-1251', '-')
    .action((file: string, _, command: Command) => {
      const options = command.optsWithGlobals<GlobalOptions>();
      return withLibrary(options, async (call) =>
        print(options, await call('names.match', { text: readText(file), suggest: true }), matchLines),
      );
    });

  program
    .command('proposals')
    .description('list names in an edition that nobody has marked')
    .argument('<article>', 'as `articles` lists it', parseId(articleIdSchema))
    .option('--lang <lang>', 'the edition', parseLang, 'en' as Lang)
    .action((article, _, command: Command) => {
      const options = command.optsWithGlobals<GlobalOptions & { lang: Lang }>();
      return withLibrary(options, async (call) =>
        print(options, await call('names.proposals', { article, lang: options.lang }), proposalLines),
      );
    });

  program
    .command('findings')
    .description('report names that are not used consistently')
    .argument('[article]', 'only in this one', parseId(articleIdSchema))
    .option('--lang <lang>', 'only this edition', parseLang)
    .action((article, _, command: Command) => {
      const options = command.optsWithGlobals<GlobalOptions & { lang?: Lang }>();
      return withLibrary(options, async (call) =>
        print(options, await call('names.findings', { article, lang: options.lang }), findingLines),
      );
    });

  program
    .command('compare')
    .description('set the names of two or three editions side by side')
    .argument('<sides...>', 'as ARTICLE:LANG')
    .action((sides: string[], _, command: Command) => {
      const options = command.optsWithGlobals<GlobalOptions>();
      const wanted = sides.map(parseSide);
      if (wanted.length < 2 || wanted.length > 3)
        throw new RangeError('Two or three editions can be compared.');
      return withLibrary(options, async (call) =>
        print(options, await call('names.compare', { sides: wanted }), comparisonLines),
      );
    });

  program
    .command('sources')
    .description('list the sources that names and statements rest on')
    .action((_, command: Command) => {
      const options = command.optsWithGlobals<GlobalOptions>();
      return withLibrary(options, async (call) =>
        print(options, await call('sources.list', {}), (sources) =>
          columns(sources.map(({ id, kind, title }) => [id, kind, title])),
        ),
      );
    });
}

function parseSide(value: string) {
  const [article = '', lang = '', ...rest] = value.split(':');
  const id = articleIdSchema.safeParse(article);
  if (id.success && isLang(lang) && rest.length === 0) return { article: id.data, lang };
  throw new RangeError(`“${value}” is no edition, such as izbica-massacre:sq.`);
}

/** As sure as it is, and why it may not be. */
function candidateText({ id, confidence, generated, suggested }: Candidate): string {
  const remarks = [
    confidence,
    ...(generated ? ['form made by rule'] : []),
    ...(suggested ? [`suggested: ${suggestionText(suggested)}`] : []),
  ];
  return `${id} (${remarks.join(', ')})`;
}

const matchLines = (matches: NameMatch[]): string[] =>
  columns(
    matches.map(({ start, end, text, candidates }) => [
      `${start}-${end}`,
      text,
      candidates.map(candidateText).join(' or '),
    ]),
  );

const proposalLines = (proposals: Proposal[]): string[] =>
  columns(
    proposals.map(({ block, start, end, text, candidates }) => [
      block,
      `${start}-${end}`,
      text,
      candidates.map(candidateText).join(' or '),
    ]),
  );

const findingLines = (findings: Finding[]): string[] =>
  columns(
    findings.map(({ code, entity, at, instead, langs }) => [
      code,
      entity,
      at ? `${at.article} ${at.lang} ${at.block}` : '',
      at?.text ?? langs?.join(', ') ?? '',
      instead.join(', '),
    ]),
  );

const comparisonLines = ({ sides, rows }: Comparison): string[] =>
  columns([
    ['id', ...sides.map(({ article, lang }) => `${article}:${lang}`)],
    ...rows.map(({ id, forms }) => [
      id,
      ...forms.map((side) => side.map(({ text, count }) => `${text} ${count}`).join(', ')),
    ]),
  ]);
