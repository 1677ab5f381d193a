/** What is looked through for names that are not consistent: one edition of one article, as it is written. */
import type { EntityId, EntityType, Name, Span } from '../../../shared/domain';
import type { FindingCode } from '../../../shared/contract';
import type { Lang, WrittenLang } from '../../../shared/lang';

/** A name where it stands. */
export interface Place extends Span {
  block: string;
  entity: EntityId;
  /** Its own language, where the text has it in another than its own. */
  quoted: Lang | null;
}

export interface EditionText {
  lang: WrittenLang;
  /** In the order of the text. */
  blocks: readonly { block: string; text: string; places: readonly Place[] }[];
}

/** Whose names they are. */
export interface NamedEntity {
  id: EntityId;
  type: EntityType;
  names: readonly Pick<Name, 'lang' | 'text' | 'form' | 'kind'>[];
}

/** A form as an edition has it, and where. */
export interface Use {
  text: string;
  places: readonly Place[];
  /** Those of them where another name is told beside it. */
  explained: ReadonlySet<Place>;
}

/** What is to be said of a form. */
export interface Remark {
  code: FindingCode;
  instead: string[];
}

export interface Found extends Remark {
  place: Place;
}
