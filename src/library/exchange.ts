/** Names, blocks and figures as other programs have them: read into a plan, applied as one edit, written. */
import { changeBetween } from '../core/names/edits';
import { figuresCsv } from '../core/figures/export';
import { FORMATS, outlineOf, readNames, writeNames } from '../core/exchange/formats';
import type { Loss } from '../core/exchange/losses';
import type { AlignedBlock, Gazetteer, Reading, WriteOptions } from '../core/exchange/model';
import { newSourceId } from '../core/exchange/plan/ids';
import { applyImport } from '../core/exchange/plan/apply';
import { planImport } from '../core/exchange/plan/plan';
import type { ImportPlan } from '../core/exchange/plan/types';
import { tmxOfBlocks } from '../core/exchange/terms/tmx';
import type { EntityChange, ExportRequest, ImportPreview, Output, Parsed } from '../shared/contract';
import { READ_FORMATS } from '../shared/contract';
import type { EntityId, Source } from '../shared/domain';
import { AppError } from '../shared/errors';
import { keptEntity } from '../shared/kept';
import { type Lang, writtenFor } from '../shared/lang';
import { version } from '../shared/version';
import { backupFile } from './backups/file';
import { localDate } from './backups/names';
import type { Context } from './context';
import { addEdit } from './edits';
import { listFigures } from './figures';
import { lazily } from './lazily';
import { exportedNotes, notesFile } from './note-exchange';
import { showText } from './shown';

/** Problems that are told one by one; a file can have any number. */
const TOLD = 500;

export function previewExport(context: Context, request: ExportRequest): Output<'export.preview'> {
  const { count, losses } = fileFor(context, request);
  return { count, losses: losses() };
}

/** @throws AppError 'article.unknown' */
export function makeExport(context: Context, request: ExportRequest): Output<'export.make'> {
  const { count, losses, extension, mediaType, write } = fileFor(context, request);
  return {
    count,
    losses: losses(),
    name: `${fileStem(context, request)}.${extension}`,
    mediaType,
    data: Buffer.from(write()).toString('base64'),
  };
}

/** What a request asks for, gathered once; neither told nor written yet. */
interface FileToBe {
  count: number;
  extension: string;
  mediaType: string;
  losses(): Loss[];
  write(): Uint8Array;
}

function fileFor(context: Context, request: ExportRequest): FileToBe {
  switch (request.what) {
    case 'names': {
      const { format } = request;
      const { extension, mediaType } = FORMATS[format];
      const gazetteer = gazetteerFor(context, request.entities);
      const options = optionsOf(request);
      const { count, losses } = outlineOf(format, gazetteer, options);
      return {
        count,
        extension,
        mediaType,
        losses: () => losses,
        write: () => writeNames(format, gazetteer, options).bytes,
      };
    }
    case 'blocks': {
      const { extension, mediaType } = FORMATS.tmx;
      const blocks = alignedBlocks(context, request);
      const options = optionsOf(request);
      return {
        count: blocks.length,
        extension,
        mediaType,
        losses: () => tmxOfBlocks.losses(blocks, options),
        write: () => tmxOfBlocks.write(blocks, options),
      };
    }
    case 'figures': {
      const figures = listFigures(context, request.article, request.lang);
      return {
        count: figures.length,
        extension: 'csv',
        mediaType: 'text/csv',
        losses: () => [],
        write: () => figuresCsv(figures),
      };
    }
    case 'notes': {
      const notes = exportedNotes(context, request);
      const file = lazily(() => notesFile(context, notes, request));
      return {
        count: notes.length,
        get extension() {
          return file().extension;
        },
        get mediaType() {
          return file().mediaType;
        },
        losses: () => historyLost(notes),
        write: () => file().bytes,
      };
    }
    case 'backup':
      return backupFile(context.shelf);
  }
}

/** What notes were before is in backups only. */
function historyLost(notes: readonly { revision: number }[]): Loss[] {
  const count = notes.filter(({ revision }) => revision > 1).length;
  return count === 0 ? [] : [{ code: 'notes-history', count, examples: [] }];
}

function fileStem({ collections }: Context, { what }: ExportRequest): string {
  if (what === 'backup') return `paralel-${localDate(new Date())}`;
  return `${collections.first()?.id ?? 'paralel'}-${what}`;
}

function optionsOf(request: Extract<ExportRequest, { what: 'names' | 'blocks' }>): WriteOptions {
  const { langs } = request;
  const date = new Date().toISOString().slice(0, 10);
  if (request.what === 'blocks') return { langs, date, version };
  const { forms, pair, base } = request;
  return { langs, date, version, ...(forms && { forms }), ...(pair && { pair }), ...(base && { base }) };
}

function gazetteerOf({ entities, sources }: Context): Gazetteer {
  return { entities: entities.list().map(keptEntity), sources: sources.list() };
}

function gazetteerFor(context: Context, wanted: readonly EntityId[] | undefined): Gazetteer {
  const all = gazetteerOf(context);
  if (!wanted) return all;
  const chosen = new Set(wanted);
  return { ...all, entities: all.entities.filter(({ id }) => chosen.has(id)) };
}

/** Blocks that at least two of the languages have. */
function alignedBlocks(
  { articles }: Context,
  { langs, articles: wanted }: Extract<ExportRequest, { what: 'blocks' }>,
): AlignedBlock[] {
  const ids = wanted ?? articles.list().map(({ id }) => id);
  return ids.flatMap((article) => {
    if (!articles.get(article)) throw new AppError('article.unknown', { id: article });
    const blocks = new Map<string, Partial<Record<Lang, string>>>();
    for (const lang of langs) {
      for (const { block, text } of articles.passages(article, writtenFor(lang)))
        blocks.set(block, { ...blocks.get(block), [lang]: showText(text, lang) });
    }
    return [...blocks]
      .filter(([, texts]) => Object.keys(texts).length > 1)
      .map(([block, texts]) => ({ article, block, texts }));
  });
}

interface Read {
  reading: Reading;
  plan: ImportPlan;
  existing: Gazetteer;
  format: ImportPreview['format'];
}

function readFile(context: Context, input: Parsed<'import.preview'>): Read {
  const bytes = new Uint8Array(Buffer.from(input.file.data, 'base64'));
  const reading = readNames(input.format, bytes, {
    ...(input.lang && { lang: input.lang }),
    ...(input.pair && { pair: input.pair }),
  });
  const format = READ_FORMATS.find((one) => one === reading.format) ?? null;
  const existing = gazetteerOf(context);
  const plan = planImport(existing, reading, sourceOf(input.file.name), input.type);
  return { format, reading, existing, plan };
}

/** What names rest on that cite nothing: the file. */
function sourceOf(file: string): Source {
  return { id: newSourceId(`import ${file}`, new Set()), kind: 'dataset', title: file };
}

const ORDER = ['conflict', 'added', 'changed'] as const;

export function previewImport(context: Context, input: Parsed<'import.preview'>): ImportPreview {
  const { format, reading, plan } = readFile(context, input);
  const counts = { unchanged: 0, changed: 0, added: 0, conflict: 0 };
  for (const { status } of plan.items) counts[status] += 1;
  return {
    format,
    problems: reading.problems.slice(0, TOLD),
    problemCount: reading.problems.length,
    counts,
    items: ORDER.flatMap((wanted) => plan.items.filter(({ status }) => status === wanted)),
    sources: plan.sources,
  };
}

export function applyFile(context: Context, input: Parsed<'import.apply'>): Output<'import.apply'> {
  const { reading, plan, existing } = readFile(context, input);
  const applied = applyImport(existing, plan, input.decisions);
  const before = new Map(existing.entities.map((entity) => [entity.id, entity]));
  const after = new Map(applied.entities.map((entity) => [entity.id, entity]));
  const touched = [...applied.added, ...applied.changed];
  const entities = new Map<string, EntityChange>(
    touched.flatMap((id) => {
      const change = changeBetween(before.get(id), after.get(id));
      return change ? [[id, change]] : [];
    }),
  );
  const sources = applied.sources.slice(existing.sources.length);
  const { added, changed } = applied;
  const what = {
    kind: 'import' as const,
    file: input.file.name,
    added: added.length,
    changed: changed.length,
  };
  return {
    edit: entities.size === 0 ? null : addEdit(context, { entities, sources, mentions: [] }, what),
    added,
    changed,
    undecided: applied.undecided,
    problems: reading.problems.slice(0, TOLD),
  };
}
