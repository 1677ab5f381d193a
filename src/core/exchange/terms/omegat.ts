/** OmegaT's tab-separated glossary: source, target, comment, a line each. OmegaT trims cells and passes over lines
 *  that begin with #; the first line says the encoding, which it would guess otherwise. */
import type { NameForm } from '../../../shared/domain';
import type { Lang } from '../../../shared/lang';
import type { EntitySource } from '../../articles/library-source';
import { isCitationForm } from '../../names/brief';
import { citationName } from '../citation';
import { type Loss, loss, lostEntities } from '../losses';
import type { Format, Gazetteer, IncomingName, NameOf, Pair, WriteOptions } from '../model';
import { type Place, Unreadable } from '../problems';
import { type Reader, reading } from '../reading';
import { guard, unguard } from '../table/guard';

export const omegat: Format = {
  extension: 'txt',
  mediaType: 'text/plain',
  holds: (entity, options) => rowsOf(entity, pairOf(options)).length > 0,
  losses: (gazetteer, options) => lossesOf(gazetteer, pairOf(options)),
  write: ({ entities }, options) => {
    const pair = pairOf(options);
    const rows = entities.flatMap((entity) => rowsOf(entity, pair));
    return new TextEncoder().encode([HEAD, ...rows.map(line), ''].join('\n'));
  },
  read: (bytes, { pair, ...options }) =>
    reading(options, (reader) => {
      if (pair === undefined) throw new Unreadable('pair-missing');
      readLines(reader.decode(bytes), pair, reader);
    }),
};

const HEAD = '# Names from Paralel, source and target and comment -*- coding: utf-8 -*-';

/** Without a choice, the reader's first two languages. */
function pairOf({ pair, langs }: WriteOptions): Pair {
  const [source = 'en', target = source === 'sq' ? 'en' : 'sq'] = langs;
  return pair ?? { source, target };
}

interface GlossaryRow {
  source: NameOf;
  target: NameOf;
  comment: string;
}

/** Every name that may stand in a text, with what to write for it: the same case where the target has it, and the
 *  name that is cited otherwise. A cited name is given every cited name of the target to choose from. */
function rowsOf(entity: EntitySource, pair: Pair): GlossaryRow[] {
  const cited = citationName(entity, pair.target);
  const targets = entity.names.filter(({ lang, kind }) => lang === pair.target && kind !== 'misspelling');
  const choices = [
    ...(cited ? [cited] : []),
    ...targets.filter((name) => name !== cited && isCitationForm(name.form) && name.kind !== 'preferred'),
  ];
  const inCase = (form: NameForm) =>
    targets.find((name) => name.kind === 'preferred' && isSameCase(name.form, form));
  const comment = `${entity.type} [${entity.id}]`;
  return entity.names
    .filter(({ lang }) => lang === pair.source)
    .flatMap((source) => {
      const own = isCitationForm(source.form) ? choices : [inCase(source.form) ?? cited ?? targets[0]];
      const offered = own.length === 0 ? targets.slice(0, 1) : own;
      return offered.flatMap((target) =>
        target ? [{ source, target, comment: commentOf(target, comment) }] : [],
      );
    });
}

/** Albanian has one form for what in Serbian are two. */
function isSameCase(one: NameForm, other: NameForm): boolean {
  const both: NameForm[] = ['genitive', 'dative'];
  if (one === 'genitive-dative') return other === one || both.includes(other);
  return one === other || (other === 'genitive-dative' && both.includes(one));
}

function commentOf({ note }: NameOf, about: string): string {
  return note === undefined ? about : `${note}; ${about}`;
}

/** A space keeps a name that begins with # from being a remark; OmegaT and we trim it. */
function line({ source, target, comment }: GlossaryRow): string {
  const first = guard(source.text);
  return [first.startsWith('#') ? ` ${first}` : first, guard(target.text), guard(comment)].join('\t');
}

function lossesOf(gazetteer: Gazetteer, pair: Pair): Loss[] {
  const rows = gazetteer.entities.map((entity) => ({ entity, rows: rowsOf(entity, pair) }));
  const written = new Set(
    rows.flatMap(({ rows: some }) => some.flatMap(({ source, target }) => [source, target])),
  );
  const targets = new Set(rows.flatMap(({ rows: some }) => some.map(({ target }) => target)));
  const kept = {
    ...gazetteer,
    entities: rows.filter(({ rows: some }) => some.length > 0).map(({ entity }) => entity),
  };
  const named = (names: Iterable<NameOf>) => Array.from(names, ({ text }) => text);
  const all = [...written];
  return [
    ...loss(
      'no-counterpart',
      rows.filter(({ rows: some }) => some.length === 0).map(({ entity }) => entity.id),
    ),
    ...loss(
      'names-left-out',
      named(kept.entities.flatMap(({ names }) => names).filter((name) => !written.has(name))),
    ),
    ...loss('name-kind', named(all)),
    ...loss('name-form', named(all.filter(({ form }) => form !== 'base'))),
    ...loss('name-certainty', named(all)),
    ...loss('name-source', named(all)),
    ...loss('name-note', named(all.filter((name) => name.note !== undefined && !targets.has(name)))),
    ...lostEntities('within', kept, ({ within }) => within !== undefined),
    ...lostEntities('entity-note', kept, ({ note }) => note !== undefined),
    ...lostEntities('point', kept, ({ point }) => point !== undefined),
  ];
}

interface Group {
  id: string;
  type: string;
  names: Map<string, IncomingName | undefined>;
  at: Place;
}

/** As `commentOf` writes it. */
const COMMENT = /^(?:(?<note>.*); )?(?<type>\S+) \[(?<id>[^[\]]+)\]$/su;

/** Rows with one id are one entity, and so are rows without an id that have one source and one comment. */
function readLines(text: string, pair: Pair, reader: Reader): void {
  const groups = new Map<string, Group>();
  for (const [index, written] of text.split(/\r\n|\n|\r/).entries()) {
    if (written.startsWith('#') || written.trim() === '') continue;
    const at = { line: index + 1 };
    const [source = '', target = '', comment = ''] = written.split('\t').map((cell) => unguard(cell.trim()));
    if (source === '' || target === '') {
      reader.report('target-missing', at);
      continue;
    }
    const ours = COMMENT.exec(comment)?.groups;
    const { id = '', type = '', note = '' } = ours ?? { note: comment };
    const key = id || JSON.stringify([source, comment]);
    const group = groups.get(key) ?? { id, type, names: new Map(), at };
    groups.set(key, group);
    const take = (lang: Lang, name: string, about: string) => {
      const known = JSON.stringify([lang, name]);
      if (!group.names.has(known)) group.names.set(known, reader.name({ lang, text: name, note: about }, at));
    };
    take(pair.source, source, '');
    take(pair.target, target, note);
  }
  for (const { id, type, names, at } of groups.values()) reader.entity({ id, type }, [...names.values()], at);
}
