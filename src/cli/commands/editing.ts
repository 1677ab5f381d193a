/** `entity`, `mention` and `sign`: changing names. */
import { type Command, Option } from 'commander';
import { z } from 'zod';
import { factBlock } from '../../shared/blocks';
import type { Article, Call, Output } from '../../shared/contract';
import {
  articleIdSchema,
  CERTAINTIES,
  type EntityId,
  entityIdSchema,
  type KeptEntity,
  keptEntitySchema,
  NAME_FORMS,
  nameKindSchema,
  sourceSchema,
} from '../../shared/domain';
import { AppError } from '../../shared/errors';
import { keptEntity } from '../../shared/kept';
import type { Lang } from '../../shared/lang';
import { readJson } from '../files';
import { parseId } from '../ids';
import { type GlobalOptions, parseCount, parseLang, print, withLibrary } from '../terminal';

type Options<T> = GlobalOptions & T;

type NameOptions = Options<{
  lang: Lang;
  text: string;
  source: string[];
  kind: string;
  form: string;
  certainty: string;
  note?: string;
}>;

export function addEditingCommands(program: Command): void {
  const entity = program.command('entity').description('change the gazetteer; every change can be undone');
  entity
    .command('show')
    .description('print an entity as `entity put` takes it')
    .argument('<id>', 'as `names` lists it', parseId(entityIdSchema))
    .action((id, _, command: Command) => {
      const options = command.optsWithGlobals<GlobalOptions>();
      return withLibrary(options, async (call) =>
        print({ ...options, json: true }, await kept(call, id), () => []),
      );
    });
  entity
    .command('put')
    .description('add an entity, or change one into what the file says')
    .argument('[file.json]', 'as `entity show` prints it; `sources` beside it adds sources', '-')
    .action((file: string, _, command: Command) => {
      const options = command.optsWithGlobals<GlobalOptions>();
      const { sources, ...after } = givenEntity(file);
      return withLibrary(options, async (call) => {
        const before = await kept(call, after.id).catch(unlessUnknown);
        print(options, await call('names.put', { before, after, sources }), doneLines);
      });
    });
  entity
    .command('remove')
    .description('take an entity away that the reader added or that nothing rests on')
    .argument('<id>', 'as `names` lists it', parseId(entityIdSchema))
    .action((id, _, command: Command) => {
      const options = command.optsWithGlobals<GlobalOptions>();
      return withLibrary(options, async (call) =>
        print(options, await call('names.put', { before: await kept(call, id), after: null }), doneLines),
      );
    });
  entity
    .command('add-name')
    .description('add a name to an entity')
    .argument('<id>', 'as `names` lists it', parseId(entityIdSchema))
    .requiredOption('--lang <lang>', 'its language', parseLang)
    .requiredOption('--text <text>', 'as it is written')
    .requiredOption('--source <ids...>', 'what it rests on, as `sources` lists them')
    .addOption(new Option('--kind <kind>').choices(nameKindSchema.options).default('variant'))
    .addOption(new Option('--form <form>', 'grammatical form').choices(NAME_FORMS).default('base'))
    .addOption(
      new Option('--certainty <certainty>', 'how certain it is; verified: it stands in the source')
        .choices(CERTAINTIES)
        .default('uncertain'),
    )
    .option('--note <text>', 'what has to be said of it')
    .action((id, _, command: Command) => {
      const options = command.optsWithGlobals<NameOptions>();
      const { lang, text, source, kind, form, certainty, note } = options;
      return withLibrary(options, async (call) => {
        const before = await kept(call, id);
        const name = { lang, text, kind, form, certainty, sources: source, ...(note && { note }) };
        const after = keptEntitySchema.parse({ ...before, names: [...before.names, name] });
        print(options, await call('names.put', { before, after }), doneLines);
      });
    });
  entity
    .command('remove-name')
    .description('take a name away from an entity, in all its grammatical forms that are written so')
    .argument('<id>', 'as `names` lists it', parseId(entityIdSchema))
    .requiredOption('--lang <lang>', 'its language', parseLang)
    .requiredOption('--text <text>', 'as it is written')
    .action((id, _, command: Command) => {
      const options = command.optsWithGlobals<Options<{ lang: Lang; text: string }>>();
      return withLibrary(options, async (call) => {
        const before = await kept(call, id);
        const names = before.names.filter(({ lang, text }) => lang !== options.lang || text !== options.text);
        if (names.length === before.names.length)
          throw new AppError('name.unknown', { id, text: options.text, lang: options.lang });
        print(options, await call('names.put', { before, after: { ...before, names } }), doneLines);
      });
    });

  program
    .command('mention')
    .description('say whose name stands in a place of an edition, or that nobody’s does')
    .requiredOption('--article <id>', 'as `articles` lists it', parseId(articleIdSchema))
    .requiredOption('--block <id>', 'as `proposals` and `article --json` list it; fact-KEY for a fact')
    .requiredOption('--start <n>', 'where its first word begins in the block’s text', parseOffset)
    .requiredOption(
      '--end <n>',
      'where its last word ends, before an ending such as -s or after it',
      parseCount,
    )
    .option('--lang <lang>', 'the edition', parseLang, 'en' as Lang)
    .option('--entity <id>', 'whose name it is', parseId(entityIdSchema))
    .option('--none', 'nobody’s, where one is marked or proposed')
    .action((_, command: Command) => {
      type Given = {
        article: string;
        block: string;
        start: number;
        end: number;
        lang: Lang;
        entity?: EntityId;
        none?: boolean;
      };
      const options = command.optsWithGlobals<Options<Given>>();
      const { article: id, block, start, end, lang, entity: whose } = options;
      if ((whose === undefined) === (options.none !== true))
        throw new RangeError('Either --entity or --none.');
      return withLibrary(options, async (call) => {
        const article = await call('articles.get', { id: articleIdSchema.parse(id), lang });
        const passage = passageOf(article, block);
        if (passage === undefined) throw new AppError('mention.no-block', { article: id, lang, block });
        const text = passage.slice(start, end);
        if (text === '' || end > passage.length)
          throw new AppError('mention.outside', { block, length: passage.length, start, end });
        if (text.length > LONGEST)
          throw new RangeError(`A name has ${LONGEST} characters at most, and these are ${text.length}.`);
        const input = { article: article.id, lang, block, start, end, text, entity: whose ?? null };
        print(options, await call('names.mention', input), doneLines);
      });
    });

  program
    .command('sign')
    .description('say how changes of names are to be signed, or show how they are')
    .argument('[name]')
    .action((name: string | undefined, _, command: Command) => {
      const options = command.optsWithGlobals<GlobalOptions>();
      return withLibrary(options, async (call) => {
        const settings =
          name === undefined
            ? await call('settings.get', {})
            : await call('settings.set', { signedAs: name });
        print(options, { signedAs: settings.signedAs }, ({ signedAs }) =>
          signedAs === '' ? [] : [signedAs],
        );
      });
    });
}

function passageOf({ blocks, facts }: Article, id: string): string | undefined {
  return (
    blocks.find((block) => block.id === id)?.text ?? facts.find(({ key }) => factBlock(key) === id)?.value
  );
}

/** As the contract has it, in UTF-16 units. */
const LONGEST = 300;

const givenSchema = z.strictObject({ ...keptEntitySchema.shape, sources: z.array(sourceSchema).optional() });

/** @throws RangeError, which is told as misuse */
function givenEntity(file: string): z.infer<typeof givenSchema> {
  const parsed = givenSchema.safeParse(readJson(file));
  if (parsed.success) return parsed.data;
  throw new RangeError(`That is no entity: ${z.prettifyError(parsed.error)}`);
}

async function kept(call: Call, id: EntityId): Promise<KeptEntity> {
  return keptEntity(await call('names.get', { id }));
}

function unlessUnknown(error: unknown): null {
  if (error instanceof AppError && error.code === 'entity.unknown') return null;
  throw error;
}

/** For a commander option. @throws RangeError, which is told as misuse */
function parseOffset(value: string): number {
  return value === '0' ? 0 : parseCount(value);
}

const doneLines = ({ edit }: Output<'names.put'>): string[] => [
  edit === null ? 'nothing to change' : `change ${edit}; undone by: paralel undo ${edit}`,
];
