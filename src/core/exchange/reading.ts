/** From what stands in a file to names and entities of ours: every doubt becomes a problem, nothing is thrown. */
import type { ZodType } from 'zod';
import {
  certaintySchema,
  entityIdSchema,
  entityTypeSchema,
  nameFormSchema,
  nameKindSchema,
  partialDateSchema,
  type Period,
} from '../../shared/domain';
import { type Lang, type Localized, WRITTEN_LANGS, type WrittenLang } from '../../shared/lang';
import { scriptOf } from '../text/script';
import { idInAddress } from './addresses';
import { decodeText } from './encoding';
import type {
  IncomingEntity,
  IncomingName,
  IncomingPoint,
  IncomingSource,
  Reading,
  ReadOptions,
} from './model';
import { type Params, type Place, type Problem, problem, type ProblemCode, Unreadable } from './problems';
import { mixedWords } from './text/confusables';
import { ungarbled } from './text/garbled';
import { understandLang } from './text/lang';
import { invisibleCharacters, tidy } from './text/tidy';

/** What stands in the file, unchecked; '' is the same as nothing. */
export interface RawName {
  lang?: string;
  text: string;
  kind?: string;
  form?: string;
  certainty?: string;
  /** When the name was in use. */
  from?: string;
  to?: string;
  note?: string;
  sources?: string[];
}

export interface RawEntity {
  id?: string;
  type?: string;
  within?: Record<string, string>;
  note?: Record<string, string>;
  point?: { lat: string; lon: string; precision?: string; credit?: string };
}

/** Longer names are rare enough to be a column in the wrong place. */
const LONG = 250;

export class Reader {
  readonly #options: ReadOptions;
  readonly #problems: Problem[] = [];
  readonly #notes = new Map<string, Problem>();
  readonly #ids = new Map<string, Place>();
  readonly #entities: IncomingEntity[] = [];
  readonly #sources: IncomingSource[] = [];

  constructor(options: ReadOptions) {
    this.#options = options;
  }

  /** @throws Unreadable where the bytes are no text */
  decode(bytes: Uint8Array): string {
    const { text, problems } = decodeText(bytes);
    for (const { code, at, params } of problems) this.report(code, at, params);
    return text;
  }

  report(code: ProblemCode, at: Place, params: Params = {}): void {
    const found = problem(code, at, params);
    if (found.severity !== 'note') {
      this.#problems.push(found);
      return;
    }
    // A tag that is mapped is mapped a thousand times: told once, with how often and where first.
    const key = JSON.stringify([code, params]);
    const known = this.#notes.get(key);
    if (known) known.params.count = Number(known.params.count) + 1;
    else this.#notes.set(key, { ...found, params: { ...params, count: 1 } });
  }

  /** Undefined where there is no name, or no language that it could be in. */
  name(raw: RawName, at: Place): IncomingName | undefined {
    const text = this.text(raw.text, at);
    if (text === '') {
      this.report('name-empty', at);
      return undefined;
    }
    const lang = this.#lang(raw.lang, text, at);
    if (lang === undefined) return undefined;
    if (!this.#isWhole(text, lang, at)) return undefined;
    this.#look(text, lang, at);
    const note = this.text(raw.note, at);
    const kind = this.#value('kind-unknown', nameKindSchema, raw.kind, at);
    const form = this.#value('form-unknown', nameFormSchema, raw.form, at);
    const certainty = this.#value('certainty-unknown', certaintySchema, raw.certainty, at);
    const period = this.#period(raw, at);
    return {
      lang,
      text,
      ...(kind && { kind }),
      ...(form && { form }),
      ...(certainty && { certainty }),
      ...(period && { period }),
      ...(note !== '' && { note }),
      sources: (raw.sources ?? []).map((source) => tidy(source)).filter((source) => source !== ''),
      at,
    };
  }

  /** Keeps the entity, unless its id came before or it has no name that could be read. */
  entity(raw: RawEntity, names: readonly (IncomingName | undefined)[], at: Place): void {
    const id = idInAddress(tidy(raw.id ?? ''));
    const read = names.filter((name) => name !== undefined);
    const first = this.#ids.get(id);
    if (id !== '' && first !== undefined) {
      this.report('id-repeated', at, { id, ...(first.line !== undefined && { first: first.line }) });
      return;
    }
    if (id !== '') {
      this.#ids.set(id, at);
      if (!entityIdSchema.safeParse(id).success) this.report('id-foreign', at);
    }
    if (read.length === 0) {
      this.report('entity-nameless', at, { id });
      return;
    }
    const type = this.#value('type-unknown', entityTypeSchema, raw.type, at);
    const within = this.#localized(raw.within, at);
    const note = this.#localized(raw.note, at);
    const point = this.#point(raw.point, at);
    this.#entities.push({
      ...(id !== '' && { id }),
      ...(type && { type }),
      ...(within && { within }),
      ...(note && { note }),
      ...(point && { point }),
      names: this.#once(read),
      at,
    });
  }

  source(source: IncomingSource): void {
    this.#sources.push(source);
  }

  text(raw: string | undefined, at: Place): string {
    if (raw === undefined || raw === '') return '';
    const removed = invisibleCharacters(raw);
    if (removed.length > 0) this.report('characters-removed', at, { characters: removed.join(' ') });
    return tidy(raw);
  }

  done(): Reading {
    return {
      entities: this.#entities,
      sources: this.#sources,
      problems: [...this.#problems, ...this.#notes.values()],
    };
  }

  #lang(tag: string | undefined, text: string, at: Place): Lang | undefined {
    const written = tidy(tag ?? '');
    if (written === '') {
      if (this.#options.lang === undefined) this.report('lang-missing', at, { name: text });
      return this.#options.lang;
    }
    const understood = understandLang(written, text);
    if (typeof understood === 'string') {
      this.report(`lang-${understood}`, at, { tag: written, name: text });
      return undefined;
    }
    if (understood.how === 'mapped') this.report('lang-mapped', at, { tag: written, lang: understood.lang });
    if (understood.how === 'script')
      this.report('lang-by-script', at, { tag: written, lang: understood.lang });
    return understood.lang;
  }

  #look(text: string, lang: Lang, at: Place): void {
    if (text.length > LONG) this.report('name-long', at, { length: text.length, limit: LONG });
    const meant = ungarbled(text);
    if (meant !== undefined) {
      this.report('letters-garbled', at, { name: text, meant });
      return;
    }
    const script = scriptOf(text);
    if (script !== scriptFor(lang) && script !== 'mixed' && script !== 'none')
      this.report('script-unexpected', at, { name: text, lang });
  }

  /** A word in two scripts is no name: it looks like one that is there, and nobody would ever find it. */
  #isWhole(text: string, lang: Lang, at: Place): boolean {
    const mixed = mixedWords(text, scriptFor(lang));
    for (const { word, strays, meant } of mixed) {
      const letters = strays.join(', ');
      if (meant === undefined) this.report('scripts-mixed', at, { word, letters });
      else
        this.report(`letters-${scriptOf(meant) === 'Latn' ? 'cyrillic' : 'latin'}`, at, {
          word,
          letters,
          meant,
        });
    }
    return mixed.length === 0;
  }

  #value<T>(code: ProblemCode, schema: ZodType<T>, raw: string | undefined, at: Place): T | undefined {
    const value = tidy(raw ?? '').toLowerCase();
    if (value === '') return undefined;
    const parsed = schema.safeParse(value.replaceAll(' ', '-'));
    if (!parsed.success) this.report(code, at, { value });
    return parsed.data;
  }

  #period({ from, to }: RawName, at: Place): Period | undefined {
    const ends = Object.entries({ from, to }).flatMap(([end, raw]): [string, string][] => {
      const value = tidy(raw ?? '');
      if (value === '') return [];
      if (partialDateSchema.safeParse(value).success) return [[end, value]];
      this.report('period-unknown', at, { value });
      return [];
    });
    return ends.length === 0 ? undefined : Object.fromEntries(ends);
  }

  #localized(raw: Record<string, string> | undefined, at: Place): Partial<Localized> | undefined {
    const texts = WRITTEN_LANGS.map((lang): [WrittenLang, string] => [
      lang,
      this.text(raw?.[lang], at),
    ]).filter(([, text]) => text !== '');
    return texts.length === 0 ? undefined : Object.fromEntries(texts);
  }

  #point(raw: RawEntity['point'], at: Place): IncomingPoint | undefined {
    if (raw === undefined || (raw.lat === '' && raw.lon === '')) return undefined;
    const lat = degrees(raw.lat, 90);
    const lon = degrees(raw.lon, 180);
    if (lat === undefined || lon === undefined) {
      this.report('point-invalid', at, { lat: raw.lat, lon: raw.lon });
      return undefined;
    }
    const precision = this.text(raw.precision, at);
    const credit = this.text(raw.credit, at);
    return { lat, lon, ...(precision !== '' && { precision }), ...(credit !== '' && { credit }) };
  }

  #once(names: IncomingName[]): IncomingName[] {
    const seen = new Set<string>();
    return names.filter(({ lang, text, kind, form, at }) => {
      const key = JSON.stringify([lang, text, kind, form]);
      if (seen.has(key)) this.report('name-repeated', at, { name: text });
      return !seen.has(key) && Boolean(seen.add(key));
    });
  }
}

const scriptFor = (lang: Lang) => (lang === 'sr-Cyrl' ? 'Cyrl' : 'Latn');

/** Degrees with a point or a decimal comma. */
function degrees(raw: string, limit: number): number | undefined {
  if (!/^\s*[+-]?\d+([.,]\d+)?(e-?\d+)?\s*$/i.test(raw)) return undefined;
  const value = Number(raw.replace(',', '.'));
  return Math.abs(value) <= limit ? value : undefined;
}

/** Runs a reader; what cannot be read at all becomes its one fatal problem. */
export function reading(options: ReadOptions, read: (reader: Reader) => void): Reading {
  const reader = new Reader(options);
  try {
    read(reader);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return { entities: [], sources: [], problems: [...reader.done().problems, error.problem] };
  }
  return reader.done();
}
