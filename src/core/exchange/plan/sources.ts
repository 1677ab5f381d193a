/** Which of the library's sources a file means, by id or by title; the others become new ones. */
import { type Source, type SourceId, sourceSchema } from '../../../shared/domain';
import type { IncomingSource } from '../model';
import { labelsIn } from '../sources';
import { splitList } from '../table/list';
import { tidy } from '../text/tidy';
import { newSourceId } from './ids';

export class SourceResolver {
  readonly #ids: Map<string, Source>;
  readonly #byTitle: Map<string, Source[]>;
  readonly #byLabel: Map<string, Source>;
  readonly #incoming: Map<string, IncomingSource>;
  readonly #added = new Map<string, Source>();
  readonly #taken: Set<string>;
  readonly #from: Source;

  /** @param from what names cite that cite nothing: the file itself */
  constructor(existing: readonly Source[], incoming: readonly IncomingSource[], from: Source) {
    const labelOf = labelsIn(existing);
    this.#ids = new Map(existing.map((source) => [source.id, source]));
    this.#taken = new Set(this.#ids.keys());
    this.#byTitle = Map.groupBy(existing, ({ title }) => tidy(title));
    this.#byLabel = new Map(existing.map((source) => [tidy(labelOf(source.id)), source]));
    this.#incoming = new Map(incoming.flatMap((source) => (source.id ? [[source.id, source]] : [])));
    this.#from = from;
  }

  /** @param cited what the name cites already, which decides between sources of one title */
  resolve(references: readonly string[], cited: readonly SourceId[] = []): SourceId[] {
    const found = references.flatMap((reference) => this.#one(reference, cited));
    return [...new Set(found)];
  }

  get fileTitle(): string {
    return this.#from.title;
  }

  /** For a name that cites nothing. */
  file(): SourceId {
    const same = this.#known(this.#from.title, []);
    return same ?? this.#add(this.#from.id, this.#from);
  }

  /** Those of `ids` that the library does not have. */
  added(ids: ReadonlySet<string>): Source[] {
    return Array.from(this.#added.values()).filter(({ id }) => ids.has(id));
  }

  #one(reference: string, cited: readonly SourceId[]): SourceId[] {
    const described = this.#incoming.get(reference);
    const known = this.#known(described?.title ?? reference, cited, described && reference);
    if (known) return [known];
    if (!described) {
      const parts = splitList(reference).map((part) => this.#known(part, cited));
      if (parts.length > 0 && parts.every((part) => part !== undefined)) return parts;
    }
    return [this.#add(reference, { kind: 'reference', title: reference, ...described })];
  }

  /** `title` is a title, a label or an id. An id is trusted where the file gives it no other title than we do. */
  #known(title: string, cited: readonly SourceId[], id = title): SourceId | undefined {
    const wanted = tidy(title);
    const own = this.#ids.get(id);
    if (own && (title === id || tidy(own.title) === wanted)) return own.id;
    const titled = this.#byTitle.get(wanted) ?? [];
    const [first] = titled;
    return (titled.find((source) => cited.includes(source.id)) ?? first ?? this.#byLabel.get(wanted))?.id;
  }

  #add(key: string, { id: _, ...source }: Omit<Source, 'id'> & { id?: string }): SourceId {
    const known = this.#added.get(key);
    if (known) return known.id;
    const id = newSourceId(key, this.#taken);
    this.#taken.add(id);
    this.#added.set(key, sourceSchema.parse({ ...source, id }));
    return id;
  }
}
