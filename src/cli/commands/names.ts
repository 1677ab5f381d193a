/** `names`, `name`, `concordance`, `figures`: what the articles name and count. */
import type { Command } from 'commander';
import type { ConcordanceRow, EntityDetail, EntityListing, Figure } from '../../shared/contract';
import { articleIdSchema, entityIdSchema } from '../../shared/domain';
import { LANGS, type Lang } from '../../shared/lang';
import { isCitationForm } from '../../core/names/brief';
import { compareBy } from '../../core/text/collation';
import { parseId } from '../ids';
import { suggestionText } from '../suggestion';
import { columns, type GlobalOptions, parseCount, parseLang, print, withLibrary } from '../terminal';

export function addNameCommands(program: Command): void {
  program
    .command('names')
    .description('list the names, or those with a form that begins with WORDS, in any script')
    .argument('[words...]')
    .option('--type <type>', 'only this type or category: village, place, event …')
    .action((words: string[], _, command: Command) => {
      const options = command.optsWithGlobals<GlobalOptions & { type?: string }>();
      const wanted = words.length > 0 ? words.join(' ') : undefined;
      return withLibrary(options, async (call) =>
        print(
          options,
          await call('names.list', { words: wanted, type: options.type, suggest: true }),
          (entities) => namesLines(entities, wanted),
        ),
      );
    });

  program
    .command('name')
    .description('show every form of a name and every place where it stands')
    .argument('<id>', 'as `names` lists it', parseId(entityIdSchema))
    .action((id, _, command: Command) => {
      const options = command.optsWithGlobals<GlobalOptions>();
      return withLibrary(options, async (call) =>
        print(options, await call('names.get', { id }), detailLines),
      );
    });

  program
    .command('concordance')
    .description('show every mention of a name, all forms and scripts together, in its context')
    .argument('<id>', 'as `names` lists it', parseId(entityIdSchema))
    .option('--width <n>', 'characters of context on each side', parseCount, 60)
    .action((id, _, command: Command) => {
      const options = command.optsWithGlobals<GlobalOptions & { width: number }>();
      return withLibrary(options, async (call) =>
        print(options, await call('names.concordance', { id, width: options.width }), (rows) =>
          contextLines(rows, options.width),
        ),
      );
    });

  program
    .command('figures')
    .description('list the figures that somebody holds, of one article or of all')
    .argument('[article]', 'as `articles` lists it', parseId(articleIdSchema))
    .option('--lang <lang>', 'the language to show them in', parseLang, 'en' as Lang)
    .action((article, _, command: Command) => {
      const options = command.optsWithGlobals<GlobalOptions & { lang: Lang }>();
      return withLibrary(options, async (call) =>
        print(options, await call('figures.list', { article, lang: options.lang }), figureLines),
      );
    });
}

function namesLines(entities: EntityListing[], wanted: string | undefined): string[] {
  const meant = entities.flatMap(({ id, suggested }) => (suggested ? [{ id, suggested }] : []));
  if (meant.length === 0) return listingLines(entities);
  return [
    `No name has “${wanted}” in it. You may have meant:`,
    ...columns(meant.map(({ id, suggested }) => [id, suggestionText(suggested)])),
    '',
    ...listingLines(entities),
  ];
}

function listingLines(entities: EntityListing[]): string[] {
  const compare = compareBy('en');
  const nameIn = ({ names }: EntityListing, lang: Lang) => {
    const preferred = names.filter((name) => name.lang === lang && name.kind === 'preferred');
    return (preferred.find(({ form }) => isCitationForm(form)) ?? preferred[0])?.text ?? '';
  };
  const rows = entities.map((entity) => [
    entity.id,
    ...LANGS.map((lang) => nameIn(entity, lang)),
    String(entity.mentions),
  ]);
  return columns([['id', ...LANGS, 'mentions'], ...rows.sort((a, b) => compare(a[1] ?? '', b[1] ?? ''))]);
}

function detailLines({ id, type, names, attestations }: EntityDetail): string[] {
  return [
    `${id} (${type})`,
    '',
    ...columns(
      names.map((name) => [name.lang, name.text, name.kind, name.form, name.certainty, name.source]),
    ),
    '',
    ...columns(
      attestations.map((at) => [
        at.article,
        at.lang,
        at.block,
        `${at.start}-${at.end}`,
        at.form ?? '',
        at.text,
      ]),
    ),
  ];
}

function contextLines(rows: ConcordanceRow[], width: number): string[] {
  return rows.map(({ article, lang, before, match, after }) =>
    [before.padStart(width), `[${match}]`, after.padEnd(width), ` ${article} ${lang}`].join(''),
  );
}

function figureLines(figures: Figure[]): string[] {
  return figures.flatMap(({ article, what, value, scope, heldBy }) => [
    `${article}: ${what}: ${value}`,
    `    ${scope} (${heldBy})`,
  ]);
}
