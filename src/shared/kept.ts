/** An entity as it is kept, from one as it is shown or as it is in force. Free of zod: the window loads it. */
import type { KeptEntity, KeptName } from './domain';

type Shown = Omit<KeptEntity, 'names'> & {
  names: readonly (KeptName & { source?: string; edit?: number })[];
};

export function keptEntity({ id, type, within, point, note, names }: Shown): KeptEntity {
  return {
    id,
    type,
    ...(within && { within }),
    ...(point && { point }),
    ...(note && { note }),
    names: names.map(({ source: _source, edit: _edit, ...name }) => name),
  };
}
