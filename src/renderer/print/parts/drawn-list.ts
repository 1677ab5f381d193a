/** Names that a drawing leaves to the words beneath it. */
import type { ShownName } from '../../../core/drawings/names';

export interface DrawnEntry {
  id: string;
  names: readonly ShownName[];
  number?: number | undefined;
  after?: string;
}

export interface DrawnNames {
  title: string;
  entries: readonly DrawnEntry[];
}

/** As `DrawnList.vue` shows them. */
export function listText({ title, entries }: DrawnNames): string {
  const said = entries.map(({ names, number, after }) => {
    const named = names.map(({ text }) => text).join('\u00A0· ');
    return `${number ? `${number}\u00A0` : ''}${named}${after ? `, ${after}` : ''}`;
  });
  return `${title}: ${said.join('; ')}.`;
}
