import type { Handout } from '../../../shared/contract';
import type { Lang } from '../../../shared/lang';
import { langsInOrder } from '../../composables/languages';

/** The handout's, in its order, then the others. */
export const langColumns = ({ langs }: Pick<Handout, 'langs'>): Lang[] => langsInOrder(langs);
