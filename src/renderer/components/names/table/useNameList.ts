/** The list of names, as far as the reader has come in it. */
import type { NamesPage } from '../../../../shared/contract';
import { call } from '../../../client';
import type { Asked } from '../../../composables/useAsk';
import { useNamesRevision } from '../../../stores/names-revision';
import type { LongList } from './stretches';
import { type Left, useStretches } from './useStretches';
import type { NamesQuestion } from './view';
import type { Rows } from './window';

export type NameList = LongList<NamesPage>;

/** Of a row with one line of names, in pixels. */
export const USUAL_HEIGHT = 59;
const left: Left<NamesPage> = {};

export function useNameList(question: () => NamesQuestion, drawn: () => Rows): Asked<NameList> {
  const names = useNamesRevision();
  const { asked } = useStretches({
    question,
    ask: (stretch) => call('names.page', stretch),
    revision: () => names.count,
    drawn,
    usualHeight: USUAL_HEIGHT,
    left,
  });
  return asked;
}
