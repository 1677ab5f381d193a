/** Where the reader was: kept unless they would rather not. */
import type { Output, Parsed, Settings } from '../shared/contract';
import type { Context } from './context';
import { forget } from './traces';

export function keepReading(context: Context, position: Parsed<'reading.keep'>): Output<'reading.keep'> {
  if (context.settings.get().keepsHistory)
    context.positions.put({ ...position, at: new Date().toISOString() });
  return {};
}

export function clearReading({ positions, shelf }: Context): Output<'reading.clear'> {
  positions.clear();
  forget(shelf);
  return {};
}

/** Who wants no history wants none of what there is. */
export function changeSettings(context: Context, changes: Partial<Settings>): Settings {
  const settings = context.settings.set(changes);
  if (changes.keepsHistory === false) clearReading(context);
  return settings;
}
