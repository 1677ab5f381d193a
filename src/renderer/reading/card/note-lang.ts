import type { Name } from '../../../shared/domain';

/** Notes of forms have one language: the library's are in English; of a reader's own nobody has said. */
export function noteLang({ edit }: Pick<Name, 'edit'>): string {
  return edit === undefined ? 'en' : '';
}
