/** Albanian words that link a noun to what describes it (Çikatovë e Vjetër). They agree with it, and so vary with
 *  its case. */
import { fold } from '../text/fold';

export const LINKERS: readonly string[] = ['e', 'i', 'të', 'së'];
export const FOLDED_LINKERS: readonly string[] = LINKERS.map(fold);
